/** What one person sets for this browser: theme and keys; how scoring stands; and what Rapport is made of. */

import { SettingsTabs } from '../accounts/SettingsFrame.tsx';
import { useHolds } from '../accounts/use-me.ts';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useStatus } from '../shell/use-status.ts';
import { ScoringSection } from '../trend/ScoringSection.tsx';
import { AboutSection } from './AboutSection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { ThemeSection } from './ThemeSection.tsx';
import './SettingsPage.css';

export function SettingsPage() {
  usePageTitle('Settings');
  const status = useStatus();
  const isReader = useHolds('reader');
  return (
    <>
      <TopStrip where={<b>Settings</b>} />
      <h1>Set how Rapport looks and listens here.</h1>
      <p className="second settings-lead">
        Theme and keys are kept in this browser only; nobody else sees them change.
      </p>
      <SettingsTabs />
      <div className="settings">
        <ThemeSection />
        {isReader ? <ScoringSection scoring={status.data?.scoring} /> : null}
        <KeyboardSection />
        <AboutSection version={status.data?.version} scorerVersion={status.data?.scorerVersion} />
      </div>
    </>
  );
}
