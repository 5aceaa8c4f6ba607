/** By which mail server members are told and invited. */
import { call, getMailSettings } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { MailServerForm } from './MailServerForm.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

export function MailPage() {
  const mail = useQuery({
    queryKey: ['accounts', 'mail'],
    queryFn: ({ signal }) => call(getMailSettings, { signal }),
  });
  const works = mail.data !== undefined && mail.data.setBy !== 'nobody';
  return (
    <SettingsFrame
      name="Mail"
      title={
        works ? (
          <>
            People are <span className="marker">invited and told by mail</span>.
          </>
        ) : mail.data ? (
          'No mail is sent: links are handed over by hand.'
        ) : (
          'How are people told?'
        )
      }
      lead="Mails go to members’ own confirmed addresses, and to the address you type when you invite somebody; never to one out of a conversation. They hold counts and links, no customer’s words."
    >
      {mail.error ? <ErrorState error={mail.error} retry={() => void mail.refetch()} /> : null}
      {mail.isPending ? <LoadingState>Looking by which server mail is sent.</LoadingState> : null}
      <Section title="Mail server">
        {mail.data?.setBy === 'environment' ? (
          <p className="second">
            The environment names the mail server (<code>RAPPORT_SMTP_URL</code>), and it wins over whatever is saved
            here. Change it where Rapport is started.
          </p>
        ) : null}
        {mail.data ? <MailServerForm mail={mail.data} /> : null}
      </Section>
    </SettingsFrame>
  );
}
