/** Every address of the app, and the screen behind it. Each screen is a chunk of its own; all are precached. */
import { lazy, type Component } from 'solid-js';

/** The path that the app is served under, without its last slash. */
export const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The app's own path of an address. */
export const pathOf = ({ pathname }: { readonly pathname: string }): string =>
  pathname.slice(BASE.length) || '/';

export const screens = {
  today: lazy(() => import('../screens/today/TodayScreen.tsx')),
  study: lazy(() => import('../screens/study/StudyScreen.tsx')),
  map: lazy(() => import('../screens/map/MapScreen.tsx')),
  skill: lazy(() => import('../screens/skill/SkillScreen.tsx')),
  milestones: lazy(() => import('../screens/milestones/MilestonesScreen.tsx')),
  wins: lazy(() => import('../screens/milestones/WinsScreen.tsx')),
  readiness: lazy(() => import('../screens/milestones/ReadinessScreen.tsx')),
  plan: lazy(() => import('../screens/milestones/PlanScreen.tsx')),
  packets: lazy(() => import('../screens/milestones/PacketsScreen.tsx')),
  packet: lazy(() => import('../screens/milestones/PacketScreen.tsx')),
  ladder: lazy(() => import('../screens/milestones/LadderScreen.tsx')),
  milestone: lazy(() => import('../screens/milestones/MilestoneScreen.tsx')),
  insights: lazy(() => import('../screens/insights/InsightsScreen.tsx')),
  library: lazy(() => import('../screens/library/LibraryScreen.tsx')),
  card: lazy(() => import('../screens/library/CardScreen.tsx')),
  settings: lazy(() => import('../screens/settings/SettingsScreen.tsx')),
  welcome: lazy(() => import('../screens/welcome/WelcomeScreen.tsx')),
  lost: lazy(() => import('../screens/lost/LostScreen.tsx')),
} as const;

export const routes: readonly { readonly path: string; readonly component: Component }[] = [
  { path: '/', component: screens.today },
  { path: '/study', component: screens.study },
  { path: '/map', component: screens.map },
  { path: '/skills/:id', component: screens.skill },
  { path: '/milestones', component: screens.milestones },
  { path: '/milestones/wins', component: screens.wins },
  { path: '/milestones/readiness', component: screens.readiness },
  { path: '/milestones/plan', component: screens.plan },
  { path: '/milestones/packet', component: screens.packets },
  { path: '/milestones/packets/:id', component: screens.packet },
  { path: '/milestones/ladder', component: screens.ladder },
  { path: '/milestones/:id', component: screens.milestone },
  { path: '/insights', component: screens.insights },
  { path: '/library', component: screens.library },
  { path: '/library/cards/*id', component: screens.card },
  { path: '/settings', component: screens.settings },
  { path: '/welcome', component: screens.welcome },
  { path: '*', component: screens.lost },
];

/** Begins to load the screen of an address, so that it comes in while the log is opened. */
export const preloadScreen = (path: string): void => {
  const [first = ''] = path.replace(/^\//, '').split('/');
  const name = first === '' ? 'today' : first === 'skills' ? 'skill' : first;
  if (!Object.hasOwn(screens, name)) return;
  // Should it fail, the route tries again and says so.
  screens[name as keyof typeof screens].preload().catch(() => undefined);
};
