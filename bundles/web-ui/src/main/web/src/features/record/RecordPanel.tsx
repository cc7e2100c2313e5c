import { Badge, Button, NativeSelect, Tabs, TagsInput, Text, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileSearch, IconPencil, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import type { Candidate, RecordDetail } from '../../api/model';
import { groupsQuery, ledgersQuery, peopleQuery } from '../../api/queries';
import { IconButton } from '../../ui/IconButton';
import { StateBadge } from '../../ui/StateBadge';
import { SmallCode } from '../../ui/States';
import { overdueField, recordName } from '../../ui/recordName';
import { useFormat } from '../../ui/useFormat';
import { formatSize } from '../../ui/values';
import { ConflictDialog } from './ConflictDialog';
import { FieldRow } from './FieldRow';
import { HistoryTab } from './HistoryTab';
import { RecordMenu } from './RecordMenu';
import { StateNotice } from './StateNotice';
import type { RecordEditor } from './useRecordEditor';
import classes from './record.module.css';

type Props = {
  detail: RecordDetail;
  editor: RecordEditor;
  activeField: string | null;
  onLocate: ((field: string) => void) | null;
  onUse: (field: string, candidate: Candidate) => void;
  onSaveAndNext: (() => void) | null;
  onClose: (() => void) | null;
  preview: { to: To; state: unknown } | null;
  thumbnail?: ReactNode;
  /** Leaves number and title out, where the page shows them. */
  untitled?: boolean;
  mayEdit: boolean;
};

/** Everything about a record: fields, notices, memo, history; and editing them. */
export function RecordPanel({ detail, editor, activeField, onLocate, onUse, onSaveAndNext, onClose, preview, thumbnail, untitled, mayEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: ledgers } = useQuery(ledgersQuery);
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: groups = [] } = useQuery({ ...groupsQuery, enabled: editor.editing });
  const { record } = detail;
  const ledger = ledgers?.find((l) => l.id === record.ledger);
  const kind = ledger?.kinds.find((k) => k.id === record.kind);
  const body = useRef<HTMLDivElement>(null);
  const { editing, draft, base } = editor;
  const main = detail.fields.filter((f) => f.role === 'MAIN');
  const supporting = detail.fields.filter((f) => f.role === 'SUPPORTING' && (editing || detail.present[f.id] || detail.candidates[f.id]));
  const overdue = overdueField(record, ledger);

  useEffect(() => {
    if (activeField) body.current?.querySelector(`[data-field="${activeField}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [activeField]);
  useEffect(() => {
    if (!editing) return;
    const inputs = 'input:not([type=hidden]),textarea,select';
    // A field that was filled from the page keeps its place in sight: focusing a date would open its calendar over the buttons.
    const filled = body.current?.querySelector('[data-field][data-active]');
    (filled ? body.current : body.current?.querySelector<HTMLElement>(inputs))?.focus({ preventScroll: true });
  }, [editing]);

  useEffect(() => {
    if (editor.refused) body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [editor.refused]);

  const rows = (fields: typeof main) => fields.map((field) => (
    <FieldRow key={field.id} field={field} detail={editing && base ? base : detail} editor={editor} active={activeField === field.id} overdue={field.id === overdue} onLocate={onLocate} onUse={onUse} people={people} besidePages={untitled === true} />
  ));
  const kindIsField = detail.fields.some((f) => f.id === 'kind');
  return (
    <div className={classes.panel}>
      <div className={classes.panelHead}>
        <div className={classes.panelTop}>
          {record.number !== undefined && !untitled && <span className={classes.number}>{record.number}</span>}
          <StateBadge state={record.state} progress={record.progress} />
          {kind && !kindIsField && <Text fz="sm" c="dimmed" truncate>{format.label(kind.label)}</Text>}
          <span className={classes.panelTools}>
            {untitled && mayEdit && !editing && <Button size="xs" variant="default" leftSection={<IconPencil size={15} />} onClick={() => editor.start()} disabled={detail.fields.length === 0}>{t('record.edit')}</Button>}
            {!detail.editable && <Badge variant="light" color="gray" tt="none" title={t('access.readOnlyText')}>{t('access.readOnly')}</Badge>}
            <RecordMenu detail={detail} disabled={editing || !mayEdit} />
            {onClose && <IconButton label={t('action.close')} hint="Esc" onClick={onClose}><IconX size={18} /></IconButton>}
          </span>
        </div>
        {!untitled && <Title order={2} className={classes.panelTitle}>{recordName(record, ledgers)}</Title>}
        {!editing && !untitled && (
          <div className={classes.panelActions}>
            {preview && <Button variant="light" component={Link} to={preview.to} state={preview.state} leftSection={<IconFileSearch size={16} />}>{t('record.preview')}</Button>}
            {mayEdit && <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => editor.start()} disabled={detail.fields.length === 0}>{t('record.edit')}</Button>}
          </div>
        )}
      </div>
      <Tabs defaultValue="fields" className={classes.tabs} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="fields">{t('record.fields')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('record.history')}</Tabs.Tab>
          <Tabs.Tab value="file">{t('record.file')}</Tabs.Tab>
        </Tabs.List>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
        <div className={classes.panelBody} ref={body} tabIndex={0} role="region" aria-label={t('record.detail')}>
          <Tabs.Panel value="fields">
            {editing && base && record.version > base.record.version && (
              <div className={classes.notice} data-tone="warn" role="status"><IconAlertTriangle size={15} aria-hidden /> {t('record.changedMeanwhile')}</div>
            )}
            <StateNotice detail={detail} editing={editing} />
            {thumbnail}
            <div className={classes.fields}>
              {editing && draft && ledger && !kindIsField && (
                <div className={classes.field}>
                  <div className={classes.fieldName}>{t('record.kind')}</div>
                  <div className={classes.fieldBody}>
                    <NativeSelect aria-label={t('record.kind')} value={draft.kind ?? ''} data={[...(draft.kind === null ? [{ value: '', label: '–' }] : []), ...ledger.kinds.map((k) => ({ value: k.id, label: format.label(k.label) }))]}
                      onChange={(e) => editor.update({ kind: e.currentTarget.value || null })} />
                  </div>
                </div>
              )}
              {rows(main)}
            </div>
            {supporting.length > 0 && <><Title order={untitled ? 2 : 3} className={classes.groupTitle}>{t('record.supporting')}</Title><div className={classes.fields}>{rows(supporting)}</div></>}
            <Title order={untitled ? 2 : 3} className={classes.groupTitle}>{t('record.management')}</Title>
            <div className={classes.fields}>
              <div className={classes.field}>
                <div className={classes.fieldName}>{t('record.owner')}</div>
                <div className={classes.fieldBody}>
                  {editing && draft
                    ? <NativeSelect aria-label={t('record.owner')} value={draft.owner ?? ''} data={[...(draft.owner === null ? [{ value: '', label: '–' }] : []), ...people.map((p) => ({ value: p.id, label: p.name }))]} onChange={(e) => editor.update({ owner: e.currentTarget.value || null })} />
                    : <div className={classes.value}>{record.owner?.name ?? <span className={classes.valueNone}>–</span>}</div>}
                </div>
              </div>
              <div className={classes.field}>
                <div className={classes.fieldName}>{t('record.group')}</div>
                <div className={classes.fieldBody}>
                  {editing && draft
                    ? <NativeSelect aria-label={t('record.group')} value={draft.group} data={[{ value: '', label: '–' }, ...groups.map((g) => ({ value: g.id, label: g.path.join(' / ') })), ...(record.group && !groups.some((g) => g.id === record.group?.id) ? [{ value: record.group.id, label: record.group.name }] : [])]} onChange={(e) => editor.update({ group: e.currentTarget.value })} />
                    : <div className={classes.value}>{record.group?.name ?? <span className={classes.valueNone}>–</span>}</div>}
                </div>
              </div>
              <div className={classes.field}>
                <div className={classes.fieldName}>{t('record.tags')}</div>
                <div className={classes.fieldBody}>
                  {editing && draft
                    ? <TagsInput aria-label={t('record.tags')} value={draft.tags} placeholder={t('input.addPrompt')} acceptValueOnBlur clearButtonProps={{ 'aria-label': t('input.clear') }} onChange={(tags) => editor.update({ tags })} />
                    : record.tags.length ? <div className={classes.tags}>{record.tags.map((tag) => <span key={tag}>{tag}</span>)}</div> : <div className={classes.valueNone}>–</div>}
                </div>
              </div>
              <div className={classes.field}>
                <div className={classes.fieldName}>{t('record.memo')}</div>
                <div className={classes.fieldBody}>
                  {editing && draft
                    ? <Textarea aria-label={t('record.memo')} autosize minRows={2} maxRows={10} value={draft.memo} onChange={(e) => editor.update({ memo: e.currentTarget.value })} />
                    : <div className={detail.memo ? classes.memo : classes.valueNone}>{detail.memo || '–'}</div>}
                </div>
              </div>
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="history"><HistoryTab detail={detail} /></Tabs.Panel>
          <Tabs.Panel value="file">
            <dl className={classes.file}>
              <dt>{t('column.file_name')}</dt><dd>{record.fileName}</dd>
              <dt>{t('record.size')}</dt><dd>{formatSize(record.size)}</dd>
              <dt>{t('record.mediaType')}</dt><dd>{record.mediaType}</dd>
              {detail.pages > 0 && <><dt>{t('record.pages')}</dt><dd>{detail.pages}</dd></>}
              <dt>{t('column.registered')}</dt><dd>{format.time(record.registered)}{detail.registeredBy && ` ・ ${detail.registeredBy}`}</dd>
              <dt>SHA-256</dt><dd><SmallCode>{detail.sha256}</SmallCode></dd>
            </dl>
          </Tabs.Panel>
        </div>
      </Tabs>
      {editing && (
        <div className={classes.saveBar}>
          <Button variant="default" onClick={editor.cancel} disabled={editor.saving}>{t('action.cancel')}</Button>
          {onSaveAndNext && <Button variant="light" onClick={onSaveAndNext} disabled={editor.saving}>{t('record.saveNext')}</Button>}
          <Button onClick={() => void editor.save()} loading={editor.saving}>{t('action.save')}</Button>
        </div>
      )}
      {editor.conflict && <ConflictDialog conflict={editor.conflict} editor={editor} people={people} groups={groups} />}
    </div>
  );
}
