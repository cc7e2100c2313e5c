import { Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import ui from '../ui/ui.module.css';

const EVERYWHERE = [['/', 'search'], ['Ctrl+K', 'palette'], ['?', 'help']] as const;
const LEDGER = [['j', 'next'], ['k', 'previous'], ['Enter', 'open'], ['e', 'edit'], ['Ctrl+S', 'save'], ['Ctrl+Shift+S', 'saveNext'], ['Esc', 'back']] as const;
const RECORD = [['j', 'next'], ['k', 'previous'], ['e', 'edit'], ['Ctrl+S', 'save'], ['Ctrl+Shift+S', 'saveNext'], ['+', 'zoomIn'], ['-', 'zoomOut'], ['0', 'fit'], ['r', 'rotate'], ['f', 'find'], ['Esc', 'back']] as const;

/** The keys of this page. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = pathname.startsWith('/ledgers/') ? LEDGER : pathname.startsWith('/records/') ? RECORD : [];
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Table verticalSpacing={7} withRowBorders={false}>
        <Table.Tbody>
          {[...here, ...EVERYWHERE].map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td w={150}>{key.split(/(?<=.)\+(?=.)/).map((part, i) => <span key={part}>{i > 0 && ' + '}<kbd className={ui.kbd}>{part}</kbd></span>)}</Table.Td>
              <Table.Td>{t(`keys.${what}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
