import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import classes from './Admin.module.css';

/** Links to the pages of one part of the application. On a narrow screen the row scrolls, and the page that is open is in sight. */
export function PageTabs({ label, pages }: { label: string; pages: { path: string; name: string; end?: boolean }[] }) {
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = row.current?.querySelector('[aria-current=page]');
    if (!row.current || !open) return;
    const [outer, inner] = [row.current.getBoundingClientRect(), open.getBoundingClientRect()];
    row.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [pathname, label]);
  return (
    <nav aria-label={label} className={classes.tabs} data-no-print ref={row}>
      {pages.map((page) => <NavLink key={page.path} to={page.path} end={page.end ?? false} className={classes.tab}>{page.name}</NavLink>)}
    </nav>
  );
}
