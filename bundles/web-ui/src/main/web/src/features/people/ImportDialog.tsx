import { Anchor, Button, FileInput, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/http';
import { errorText } from '../../locales';
import { ProblemText } from '../../ui/States';
import { toastSaved } from '../../ui/toasts';
import { importUsers, registrationQuery, templateUrl, type ImportReport } from './api';

/** Registers the users of a CSV file: the file is checked first, and nobody is registered while anything is wrong with it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (chosen: File) => importUsers(chosen, true) });
  const load = useMutation({
    mutationFn: (chosen: File) => importUsers(chosen, false),
    onSuccess: (report) => {
      void Promise.all(['users', 'user', 'groups'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      if (!report.registered) return;
      toastSaved(t('people.imported', { count: report.rows }));
      onClose();
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    check.reset();
    load.reset();
    if (chosen) check.mutate(chosen);
  };
  const report = load.data ?? check.data;
  const good = report && report.problems.length === 0 && report.rows > 0;
  const error: unknown = load.error ?? check.error;
  // What is no text, as of a workbook, is not shown.
  const column = error instanceof Problem && typeof error.details.column === 'string' && /^[^\p{C}\uFFFD]{1,60}$/u.test(error.details.column) ? error.details.column : '';
  return (
    <Modal opened onClose={onClose} size="lg" title={t('people.import')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <Text>{t('people.importLead')}</Text>
        <div><Anchor href={templateUrl} download><IconDownload size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('people.template')}</Anchor></div>
        <FileInput label={t('people.csvFile')} placeholder={t('people.chooseFile')} accept=".csv,text/csv" leftSection={<IconFileTypeCsv size={18} />} value={file} onChange={choose} clearable clearButtonProps={{ 'aria-label': t('search.clear') }} />
        <div aria-live="polite">
          {check.isPending && <Text c="dimmed">{t('people.checking')}</Text>}
          {error !== null && <Text c="var(--bad)"><ProblemText error={error} /></Text>}
          {column && <Text c="var(--bad)" mt={4}>{t('people.importColumn', { column })}</Text>}
          {report && report.rows === 0 && <Text c="var(--bad)">{t('people.importNobody')}</Text>}
          {good && !load.data && <Text c="var(--good)"><IconCircleCheck size={17} aria-hidden style={{ verticalAlign: -3 }} /> {t('people.importGood', { count: report.rows })}</Text>}
          {report && report.problems.length > 0 && <Problems report={report} />}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button disabled={!good || !file} loading={load.isPending} onClick={() => file && load.mutate(file)}>{t('people.registerSubmit')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Problems({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { data: next } = useQuery(registrationQuery);
  return (
    <>
      <Text c="var(--bad)" mb={8}>{t('people.importBad', { count: report.problems.length })}</Text>
      <Table.ScrollContainer minWidth={520} mah={320}>
        <Table verticalSpacing={6}>
          <Table.Thead><Table.Tr><Table.Th>{t('people.row')}</Table.Th><Table.Th>{t('people.column')}</Table.Th><Table.Th>{t('people.value')}</Table.Th><Table.Th>{t('people.reason')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {report.problems.map((problem, i) => (
              <Table.Tr key={i}>
                <Table.Td className="tabular">{problem.row}</Table.Td><Table.Td>{problem.column}</Table.Td><Table.Td>{problem.value || '–'}</Table.Td><Table.Td>{errorText(problem.code, { form: next?.form ?? '' }) ?? problem.message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
