export function startMailServer(): Promise<{
  port: number; certificate: string; user: string; password: string; mails: { to: string; raw: string }[]; close: () => Promise<void>;
}>;
