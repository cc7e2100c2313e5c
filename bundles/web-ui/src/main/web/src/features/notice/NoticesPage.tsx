import { Text, Title } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { EmptyState, ErrorState, LineSkeletons } from '../../ui/States';
import { useFormat } from '../../ui/useFormat';
import { useTitle } from '../../ui/useTitle';
import { noticesQuery, readNotice, type Notice } from './api';
import classes from './notice.module.css';

/** All notices; new ones are marked, and read once they are shown here. */
export function NoticesPage() {
  const { t } = useTranslation();
  useTitle(t('notice.title'));
  const notices = useQuery(noticesQuery);
  return (
    <div className={classes.page}>
      <Title order={1}>{t('notice.title')}</Title>
      {notices.isPending ? <LineSkeletons lines={4} />
        : notices.isError ? <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
          : notices.data.length === 0 ? <EmptyState icon={<IconBell size={28} stroke={1.5} />} title={t('notice.none')} />
            : <Read notices={notices.data} />}
    </div>
  );
}

function Read({ notices }: { notices: Notice[] }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const { hash } = useLocation();
  const client = useQueryClient();
  // What was new when the page was opened stays marked until it is left.
  const [marked] = useState(() => new Set(notices.filter((notice) => notice.fresh).map((notice) => notice.id)));
  const told = useRef(new Set<string>());
  const { mutate } = useMutation({ mutationFn: readNotice, onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }) });
  useEffect(() => {
    for (const notice of notices) {
      if (!notice.fresh || told.current.has(notice.id)) continue;
      told.current.add(notice.id);
      mutate(notice.id);
    }
  }, [notices, mutate]);
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <ul className={classes.list}>
      {notices.map((notice) => (
        <li key={notice.id} id={notice.id}>
          <Text fz={13} c="dimmed" className="tabular">{time(notice.starts)}{marked.has(notice.id) && <span className={classes.fresh}>{t('notice.fresh')}</span>}</Text>
          <Title order={2} fz={17}>{notice.title}</Title>
          <Text className={classes.text}>{notice.text}</Text>
        </li>
      ))}
    </ul>
  );
}
