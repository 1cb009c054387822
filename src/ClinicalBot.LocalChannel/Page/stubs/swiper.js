// Stands for the carousel library of adaptivecards, which is larger than the rest of the page and never used: no card has a carousel.
export default class Swiper {}
export const A11y = null, Autoplay = null, History = null, Keyboard = null, Navigation = null, Pagination = null, Scrollbar = null;
