import { Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noticesQuery } from './api';
import classes from './notice.module.css';

/** How many notices are new; leads to them. */
export function Bell() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(noticesQuery);
  const fresh = data.filter((notice) => notice.fresh).length;
  const text = fresh ? t('notice.new', { count: fresh }) : t('notice.title');
  return (
    <Tooltip label={text}>
      <Link to="/notices" className={classes.bell} data-fresh={fresh > 0 || undefined} aria-label={text}>
        <IconBell size={18} aria-hidden />{fresh > 0 && <span className="tabular">{fresh}</span>}
      </Link>
    </Tooltip>
  );
}
