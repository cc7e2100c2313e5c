import { Button, Drawer, Group, Modal, Text, Title } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LineSkeletons, ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { useFormat } from '../../ui/useFormat';
import { useScreen } from '../../ui/useScreen';
import { useTitle } from '../../ui/useTitle';
import { boardQuery, changeNotice, publishNotice, withdrawNotice, type BoardNotice, type NoticeFields } from './api';
import { NoticeForm } from './NoticeForm';
import ui from '../../ui/ui.module.css';
import classes from './notice.module.css';

/** 運営 → お知らせ: what operators have written, what is to come and what is over. */
export function NoticeBoardPage() {
  const { t } = useTranslation();
  useTitle(t('notice.board'));
  const phone = useScreen('(max-width: 48em)');
  const client = useQueryClient();
  const board = useQuery(boardQuery);
  const [open, setOpen] = useState<BoardNotice | 'new' | null>(null);
  const [leaving, setLeaving] = useState<BoardNotice | null>(null);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['notice-board'] });
    void client.invalidateQueries({ queryKey: ['notices'] });
  };
  const save = useMutation({
    mutationFn: (fields: NoticeFields) => (open === 'new' || open === null ? publishNotice(fields) : changeNotice(open, fields)),
    onSuccess: () => {
      setOpen(null);
      refresh();
      toastSaved(t('notice.saved'));
    },
  });
  const withdraw = useMutation({
    mutationFn: withdrawNotice,
    onSuccess: () => {
      setLeaving(null);
      refresh();
      toastSaved(t('notice.withdrawn'));
    },
  });
  const edit = (notice: BoardNotice | 'new') => {
    save.reset();
    setOpen(notice);
  };
  return (
    <div className={classes.board}>
      <div className={classes.head}>
        <Title order={1}>{t('notice.board')}</Title>
        <Button leftSection={<IconPlus size={17} />} onClick={() => edit('new')}>{t('notice.write')}</Button>
      </div>
      <Text c="dimmed">{t('notice.boardLead')}</Text>
      {board.isPending ? <LineSkeletons lines={4} />
        : board.isError ? <ErrorState error={board.error} onRetry={() => void board.refetch()} />
          : board.data.length === 0 ? <EmptyState icon={<IconBell size={28} stroke={1.5} />} title={t('notice.nothing')} />
            : (
              <ul className={classes.list}>
                {board.data.map((notice) => (
                  <li key={notice.id}>
                    <Facts notice={notice} />
                    <Title order={2} fz={17}>{notice.title.ja}</Title>
                    <Text className={classes.text} lineClamp={3}>{notice.text.ja}</Text>
                    <Group gap={8} mt={8}>
                      <Button size="compact-md" variant="default" aria-label={t('notice.editNamed', { title: notice.title.ja })} onClick={() => edit(notice)}>{t('notice.edit')}</Button>
                      <Button size="compact-md" color="red" variant="light" aria-label={t('notice.withdrawNamed', { title: notice.title.ja })} onClick={() => { withdraw.reset(); setLeaving(notice); }}>{t('notice.withdraw')}</Button>
                    </Group>
                  </li>
                ))}
              </ul>
            )}
      <Drawer opened={open !== null} onClose={() => setOpen(null)} position="right" size={phone ? '100%' : 560} title={open === 'new' ? t('notice.write') : t('notice.edit')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        {open !== null && <NoticeForm key={open === 'new' ? 'new' : open.id} {...(open !== 'new' && { notice: open })} pending={save.isPending} error={save.error} onSubmit={(fields) => save.mutate(fields)} />}
      </Drawer>
      {leaving && (
        <Modal opened onClose={() => setLeaving(null)} title={t('notice.askTitle', { title: leaving.title.ja })} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <Text mb="md">{t('notice.askText')}</Text>
          {withdraw.isError && <Text c="var(--bad)" mb="md" role="alert"><ProblemText error={withdraw.error} /></Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(null)} data-autofocus>{t('action.cancel')}</Button>
            <Button color="red.8" loading={withdraw.isPending} onClick={() => withdraw.mutate(leaving)}>{t('notice.withdraw')}</Button>
          </Group>
        </Modal>
      )}
    </div>
  );
}

function Facts({ notice }: { notice: BoardNotice }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const now = Date.now();
  const state = new Date(notice.starts).getTime() > now ? 'later' : notice.ends && new Date(notice.ends).getTime() <= now ? 'over' : 'shown';
  return (
    <Text fz={13} c="dimmed" className="tabular">
      <span className={ui.badge} data-tone={state === 'shown' ? 'good' : 'quiet'} style={{ marginRight: 8 }}>{t(`notice.state.${state}`)}</span>
      {time(notice.starts)} – {notice.ends ? time(notice.ends) : t('notice.forEver')}・{notice.tenantName ?? t('notice.everybody')}・{t('notice.readers', { count: notice.readers })}
    </Text>
  );
}
