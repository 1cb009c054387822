// Initials in a circle; the name stands beside it.
export function avatar(name) {
  const circle = document.createElement('span');
  circle.className = 'avatar';
  circle.setAttribute('aria-hidden', 'true');
  circle.textContent = name.split(' ').map(part => part[0]).join('').slice(0, 2).toUpperCase();
  return circle;
}
