/** The pages of Settings: what is set for one browser, one person, or the whole installation. */
import { lazyRouteComponent } from '@tanstack/react-router';
import type { PageEntry } from '../routes.tsx';

export const settingsPages: readonly PageEntry[] = [
  {
    path: '/settings',
    needs: 'member',
    component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
    rail: { group: 'Set up', name: 'Settings', go: 'go.settings' },
  },
  {
    path: '/settings/account',
    component: lazyRouteComponent(() => import('../accounts/MyAccountPage.tsx'), 'MyAccountPage'),
    needs: 'member',
  },
  {
    path: '/settings/people',
    component: lazyRouteComponent(() => import('../accounts/PeoplePage.tsx'), 'PeoplePage'),
    needs: 'admin',
  },
  {
    path: '/settings/teams',
    component: lazyRouteComponent(() => import('../accounts/TeamsPage.tsx'), 'TeamsPage'),
    needs: 'admin',
  },
  {
    path: '/settings/rights',
    component: lazyRouteComponent(() => import('../accounts/RightsPage.tsx'), 'RightsPage'),
    needs: 'member',
  },
  {
    path: '/settings/mail',
    component: lazyRouteComponent(() => import('../accounts/MailPage.tsx'), 'MailPage'),
    needs: 'admin',
  },
  {
    path: '/settings/data',
    component: lazyRouteComponent(() => import('../privacy/DataPage.tsx'), 'DataPage'),
    needs: 'admin',
  },
  {
    path: '/settings/keys',
    component: lazyRouteComponent(() => import('../accounts/KeysPage.tsx'), 'KeysPage'),
    needs: 'admin',
  },
  {
    path: '/settings/masked',
    component: lazyRouteComponent(() => import('../masked/MaskingPage.tsx'), 'MaskingPage'),
    needs: 'admin',
  },
  {
    path: '/settings/log',
    component: lazyRouteComponent(() => import('../accounts/LogPage.tsx'), 'LogPage'),
    needs: 'admin',
  },
];
