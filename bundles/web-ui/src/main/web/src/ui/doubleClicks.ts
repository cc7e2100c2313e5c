/** People double-click on what takes one click: the second is no second order to save or to register. */
export function ignoreDoubleClicks(page: Document) {
  page.addEventListener('click', (event) => {
    if (event.detail > 1 && event.target instanceof Element && event.target.closest('button[type=submit]')) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
}
