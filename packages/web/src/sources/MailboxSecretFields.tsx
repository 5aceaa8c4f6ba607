/** What a mailbox is opened with: a password, or what new tokens are made from. */
import { FormField } from './FormField.tsx';
import type { MailboxValues } from './mailbox-form.ts';

interface MailboxSecretFieldsProps {
  signIn: 'password' | 'oauth';
  values: MailboxValues;
  set: (change: Partial<MailboxValues>) => void;
  isNew: boolean;
}

export function MailboxSecretFields({ signIn, values, set, isNew }: MailboxSecretFieldsProps) {
  const stays = isNew ? '' : ' Left empty, the stored one stays, for the same host and mailbox.';
  if (signIn === 'password') {
    return (
      <FormField
        label="Password"
        hint={`Best an app password, made for Rapport alone. It is sealed and never shown again.${stays}`}
        value={values.password}
        onValue={(password) => set({ password })}
        isSecret
        required={isNew}
      />
    );
  }
  const isTyped = values.refreshToken !== '';
  return (
    <>
      <FormField
        label="Refresh token"
        hint={`From the last step above. It is sealed and never shown again.${stays}`}
        value={values.refreshToken}
        onValue={(refreshToken) => set({ refreshToken })}
        isSecret
        required={isNew}
      />
      {isNew || isTyped ? (
        <>
          <FormField
            label="Client ID"
            hint="Of the app you registered there."
            value={values.clientId}
            onValue={(clientId) => set({ clientId })}
            required
          />
          <FormField
            label="Client secret"
            hint="Google gives one; for Microsoft with public client flows it stays empty."
            value={values.clientSecret}
            onValue={(clientSecret) => set({ clientSecret })}
            isSecret
          />
          <FormField
            label="Token address"
            hint="Where a fresh access token is asked for."
            value={values.tokenUrl}
            onValue={(tokenUrl) => set({ tokenUrl })}
            required
          />
          <FormField
            label="Scope"
            hint="What the permission is for."
            value={values.scope}
            onValue={(scope) => set({ scope })}
          />
        </>
      ) : null}
    </>
  );
}
