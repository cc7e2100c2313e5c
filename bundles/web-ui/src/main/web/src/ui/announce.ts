/** Says something to screen readers, politely, without showing it. */
export function announce(text: string) {
  const place = document.getElementById('announcements');
  if (!place) return;
  place.textContent = '';
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}
