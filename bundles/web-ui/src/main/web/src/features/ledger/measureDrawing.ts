/** Leaves the measure "list.draw" from the beginning of the drawing until the rows have their places on the screen. */
export function measureDrawing(began: number, rows: number) {
  document.body.getBoundingClientRect();
  performance.clearMeasures('list.draw');
  performance.measure('list.draw', { start: began, end: performance.now(), detail: { rows } });
}
