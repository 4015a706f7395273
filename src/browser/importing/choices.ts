// <select data-shows="ID">: that part of the form is there only while the first option is chosen. Without scripts it always is.

export function followChoices(): void {
  const follow = (): void => {
    for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-shows]')) {
      const part = document.getElementById(select.dataset.shows!);
      if (part !== null) {
        part.hidden = select.selectedIndex > 0;
      }
    }
    for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-attribute], .mapping-table select')) {
      select.toggleAttribute('data-attribute', select.value === 'Attribute');
    }
  };
  document.addEventListener('change', follow);
  follow();
}
