/** For links that say themselves whether they are current; the router would go by the path alone. */
export const ownCurrent = { className: '', 'aria-current': undefined } as const;
