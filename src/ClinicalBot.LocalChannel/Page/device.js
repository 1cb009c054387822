// Language and zone of the browser, as Teams clients send them.
export const device = () => ({
  locale: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
