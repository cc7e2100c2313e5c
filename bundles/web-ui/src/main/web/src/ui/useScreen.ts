import { useEffect, useState } from 'react';

/** Whether the screen matches a media query. Paper does not count: while printing, the layout stays as it was, and so does what is being printed. */
export function useScreen(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const look = () => {
      if (!window.matchMedia('print').matches) setMatches(media.matches);
    };
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return matches;
}
