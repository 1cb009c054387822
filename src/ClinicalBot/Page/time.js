// Moments as the reader's language writes them.
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const short = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

export const timeOfDay = timestamp => clock.format(new Date(timestamp));

export const dayAndTime = timestamp => short.format(new Date(timestamp));

export const day = timestamp => date.format(new Date(timestamp));
