/**
 * Every page there is: its address, how it is loaded, and where it stands in the rail. One entry per page; a page that
 * does not exist is not listed, so nothing leads nowhere. Each is fetched when first opened.
 */

import type { AccessRule } from '@rapport/contract';
import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import type { KeyActionId } from './keys/key-actions.ts';
import { settingsPages } from './settings/settings-pages.ts';

export interface PageEntry {
  path: `/${string}`;
  component: RouteComponent;
  /** The rule that its first question meets; whoever does not hold it is not shown the way. See `may-open.ts`. */
  needs?: AccessRule;
  /** Where it stands in the rail; absent for pages that are reached from others. */
  rail?: {
    group: 'Find out' | 'Act' | 'People' | 'Set up';
    name: string;
    /** `G` then its letter, from the catalogue of keys. */
    go: KeyActionId;
    /** A live count beside the name. */
    count?: 'conversations' | 'openImports';
  };
}

export const pages: readonly PageEntry[] = [
  {
    path: '/join',
    component: lazyRouteComponent(() => import('./accounts/JoinPage.tsx'), 'JoinPage'),
    needs: 'anyone',
  },
  { path: '/', component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage') },
  {
    path: '/focus',
    component: lazyRouteComponent(() => import('./focus/FocusPage.tsx'), 'FocusPage'),
    rail: { group: 'Find out', name: 'Focus', go: 'go.focus' },
  },
  {
    path: '/drivers',
    component: lazyRouteComponent(() => import('./drivers/DriversPage.tsx'), 'DriversPage'),
    rail: { group: 'Find out', name: 'Drivers', go: 'go.drivers' },
  },
  {
    path: '/drivers/print',
    component: lazyRouteComponent(() => import('./drivers/DriversPrintPage.tsx'), 'DriversPrintPage'),
  },
  {
    path: '/drivers/$quality',
    component: lazyRouteComponent(() => import('./drivers/DriverPage.tsx'), 'DriverPage'),
  },
  {
    path: '/outcomes',
    component: lazyRouteComponent(() => import('./outcomes/OutcomesPage.tsx'), 'OutcomesPage'),
    rail: { group: 'Find out', name: 'Outcomes', go: 'go.outcomes' },
  },
  {
    path: '/reasons',
    component: lazyRouteComponent(() => import('./reasons/ReasonsPage.tsx'), 'ReasonsPage'),
    rail: { group: 'Find out', name: 'Reasons', go: 'go.reasons' },
  },
  {
    path: '/conversations',
    component: lazyRouteComponent(() => import('./conversations/ConversationsPage.tsx'), 'ConversationsPage'),
    rail: { group: 'Find out', name: 'Conversations', go: 'go.conversations', count: 'conversations' },
  },
  {
    path: '/conversations/$conversationId',
    needs: 'member',
    component: lazyRouteComponent(() => import('./conversation/ConversationPage.tsx'), 'ConversationPage'),
  },
  {
    path: '/articles',
    needs: 'member',
    component: lazyRouteComponent(() => import('./articles/ArticlesPage.tsx'), 'ArticlesPage'),
    rail: { group: 'Find out', name: 'Articles', go: 'go.articles' },
  },
  {
    path: '/articles/gaps',
    needs: 'reader',
    component: lazyRouteComponent(() => import('./articles/GapsPage.tsx'), 'GapsPage'),
  },
  {
    path: '/articles/$articleId',
    needs: 'member',
    component: lazyRouteComponent(() => import('./articles/ArticlePage.tsx'), 'ArticlePage'),
  },
  {
    path: '/reviews',
    needs: 'member',
    component: lazyRouteComponent(() => import('./reviews/ReviewsPage.tsx'), 'ReviewsPage'),
    rail: { group: 'Act', name: 'Reviews', go: 'go.reviews' },
  },
  {
    path: '/reviews/list',
    component: lazyRouteComponent(() => import('./reviews/ReviewListPage.tsx'), 'ReviewListPage'),
  },
  {
    path: '/reviews/$reviewId',
    needs: 'member',
    component: lazyRouteComponent(() => import('./reviews/ReviewPage.tsx'), 'ReviewPage'),
  },
  {
    path: '/calibration',
    needs: 'member',
    component: lazyRouteComponent(() => import('./calibration/CalibrationsPage.tsx'), 'CalibrationsPage'),
    rail: { group: 'Act', name: 'Calibration', go: 'go.calibration' },
  },
  {
    path: '/calibration/$calibrationId',
    needs: 'member',
    component: lazyRouteComponent(() => import('./calibration/CalibrationPage.tsx'), 'CalibrationPage'),
  },
  {
    path: '/check',
    needs: 'reviewer',
    component: lazyRouteComponent(() => import('./check/CheckPage.tsx'), 'CheckPage'),
    rail: { group: 'Act', name: 'Check it against me', go: 'go.check' },
  },
  {
    path: '/try',
    needs: 'member',
    component: lazyRouteComponent(() => import('./try-reply/TryReplyPage.tsx'), 'TryReplyPage'),
    rail: { group: 'Act', name: 'Try one reply', go: 'go.try' },
  },
  {
    path: '/coaching',
    needs: 'member',
    component: lazyRouteComponent(() => import('./coaching/CoachingPage.tsx'), 'CoachingPage'),
    rail: { group: 'Act', name: 'Coaching', go: 'go.coaching' },
  },
  {
    path: '/coaching/new',
    needs: 'lead',
    component: lazyRouteComponent(() => import('./coaching/NewPlanPage.tsx'), 'NewPlanPage'),
  },
  {
    path: '/coaching/mine/$planId',
    needs: 'member',
    component: lazyRouteComponent(() => import('./coaching/MyCoachingPage.tsx'), 'MyCoachingPage'),
  },
  {
    path: '/coaching/$planId',
    needs: 'lead',
    component: lazyRouteComponent(() => import('./coaching/CoachingPlanPage.tsx'), 'CoachingPlanPage'),
  },
  {
    path: '/practice',
    needs: 'member',
    component: lazyRouteComponent(() => import('./practice/PracticePage.tsx'), 'PracticePage'),
    rail: { group: 'Act', name: 'Practice', go: 'go.practice' },
  },
  {
    path: '/contacts',
    needs: 'member',
    component: lazyRouteComponent(() => import('./contacts/ContactsPage.tsx'), 'ContactsPage'),
    rail: { group: 'Act', name: 'Log a contact', go: 'go.contacts' },
  },
  {
    path: '/suggestions',
    needs: 'member',
    component: lazyRouteComponent(() => import('./suggestions/SuggestionsPage.tsx'), 'SuggestionsPage'),
    rail: { group: 'Act', name: 'Suggestions', go: 'go.suggestions' },
  },
  {
    path: '/disputes',
    needs: 'member',
    component: lazyRouteComponent(() => import('./disputes/DisputesPage.tsx'), 'DisputesPage'),
    rail: { group: 'Act', name: 'Disputes', go: 'go.disputes' },
  },
  {
    path: '/guides',
    needs: 'member',
    component: lazyRouteComponent(() => import('./guides/GuidesPage.tsx'), 'GuidesPage'),
    rail: { group: 'Act', name: 'Guides', go: 'go.guides' },
  },
  {
    path: '/guides/$quality',
    needs: 'member',
    component: lazyRouteComponent(() => import('./guides/GuidePage.tsx'), 'GuidePage'),
  },
  {
    path: '/my-work',
    needs: 'member',
    component: lazyRouteComponent(() => import('./people/MyWorkPage.tsx'), 'MyWorkPage'),
    rail: { group: 'People', name: 'My work', go: 'go.my-work' },
  },
  {
    path: '/team',
    component: lazyRouteComponent(() => import('./people/TeamPage.tsx'), 'TeamPage'),
    rail: { group: 'People', name: 'Team', go: 'go.team' },
  },
  {
    path: '/people/$authorId',
    component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage'),
  },
  {
    path: '/people/$authorId/conversations',
    component: lazyRouteComponent(() => import('./people/PersonConversationsPage.tsx'), 'PersonConversationsPage'),
  },
  {
    path: '/first-run',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./first-run/FirstRunPage.tsx'), 'FirstRunPage'),
    rail: { group: 'Set up', name: 'Bring in data', go: 'go.data', count: 'openImports' },
  },
  {
    path: '/paste',
    needs: 'member',
    component: lazyRouteComponent(() => import('./paste/PastePage.tsx'), 'PastePage'),
    rail: { group: 'Act', name: 'Paste a transcript', go: 'go.paste' },
  },
  {
    path: '/sources',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./sources/SourcesPage.tsx'), 'SourcesPage'),
    rail: { group: 'Set up', name: 'Sources', go: 'go.sources' },
  },
  {
    path: '/sources/mailboxes',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./sources/MailboxesPage.tsx'), 'MailboxesPage'),
  },
  {
    path: '/sources/webhooks',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./sources/WebhooksPage.tsx'), 'WebhooksPage'),
  },
  {
    path: '/sources/articles',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./articles/ArticleSourcesPage.tsx'), 'ArticleSourcesPage'),
  },
  {
    path: '/sources/news',
    needs: 'admin',
    component: lazyRouteComponent(() => import('./sources/NewsPage.tsx'), 'NewsPage'),
  },
  {
    path: '/sources/who',
    component: lazyRouteComponent(() => import('./who-is-who/DirectoryPage.tsx'), 'DirectoryPage'),
  },
  {
    path: '/imports/$importId/who',
    component: lazyRouteComponent(() => import('./who-is-who/WhoIsWhoPage.tsx'), 'WhoIsWhoPage'),
  },
  {
    path: '/imports/$importId/service',
    component: lazyRouteComponent(() => import('./service/ServicePage.tsx'), 'ServicePage'),
  },
  { path: '/accuracy', component: lazyRouteComponent(() => import('./accuracy/AccuracyPage.tsx'), 'AccuracyPage') },
  {
    path: '/scorecard',
    needs: 'lead',
    component: lazyRouteComponent(() => import('./scorecards/ScorecardPage.tsx'), 'ScorecardPage'),
    rail: { group: 'Set up', name: 'Scorecard', go: 'go.scorecard' },
  },
  {
    path: '/scorecard/past-reviews',
    component: lazyRouteComponent(() => import('./past-reviews/PastReviewsPage.tsx'), 'PastReviewsPage'),
  },
  ...settingsPages,
];
