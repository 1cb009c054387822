// A second view: one person's chat alone, as a phone shows it. "?person=..." in the address names the person.
export const alone = new URLSearchParams(location.search).get('person');

// Of the panes only the one of this person stays; all else of the page is hidden.
export function showAlone(panes) {
  const pane = panes.find(each => each.choose(alone));
  if (pane) {
    document.querySelector('.app').dataset.alone = pane.name;
    document.title = `ClinicalBot: ${pane.person.name}`;
  }
  return pane;
}
