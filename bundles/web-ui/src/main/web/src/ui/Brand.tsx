import { useTranslation } from 'react-i18next';

/** Our sign, a storehouse, and our name. */
export function Brand({ size = 28, wordless = false }: { size?: number; wordless?: boolean }) {
  const { t } = useTranslation();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: size * 0.32 }}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#1f5c99" />
        <path d="M6 13 16 6l10 7v2H6z" fill="#fff" />
        <path d="M8.5 16.5h15V26h-15z" fill="none" stroke="#fff" strokeWidth="2" />
        <path d="M12.5 19.6h7M12.5 22.9h7" stroke="#fff" strokeWidth="1.8" />
      </svg>
      {!wordless && <span style={{ fontSize: size * 0.62, fontWeight: 700, letterSpacing: '0.06em' }}>{t('app.name')}</span>}
    </span>
  );
}
