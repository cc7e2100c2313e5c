import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/useFormat';
import { noticesQuery } from './api';
import classes from './notice.module.css';

const SHOWN = 3;

/** The newest notices on the first page; nothing when there are none. */
export function HomeNotices() {
  const { t } = useTranslation();
  const { time } = useFormat();
  const { data = [] } = useQuery(noticesQuery);
  if (data.length === 0) return null;
  return (
    <section className={classes.home} aria-labelledby="notices">
      <div className={classes.head}>
        <Title order={2} id="notices" fz={16}>{t('notice.title')}</Title>
        <Anchor component={Link} to="/notices" fz="sm">{t('notice.all')}</Anchor>
      </div>
      <ul className={classes.short}>
        {data.slice(0, SHOWN).map((notice) => (
          <li key={notice.id}>
            <Text span fz={13} c="dimmed" className="tabular">{time(notice.starts)}</Text>
            <Link to={`/notices#${notice.id}`} className={classes.link}>{notice.title}</Link>
            {notice.fresh && <span className={classes.fresh}>{t('notice.fresh')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
