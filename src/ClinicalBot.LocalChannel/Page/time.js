// Moments as the reader's language writes them.
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const short = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export const timeOfDay = timestamp => clock.format(new Date(timestamp));

export const weekday = timestamp => short.format(new Date(timestamp));

export const day = timestamp => date.format(new Date(timestamp));
