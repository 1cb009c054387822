// Language and zone of whoever sits here, as Teams clients send them.
export const device = () => ({
  locale: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
