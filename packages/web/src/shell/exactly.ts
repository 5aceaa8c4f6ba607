/**
 * For links that say themselves whether they are current: the router, which would go by the beginning of the path,
 * then speaks up only for the very same address.
 */
export const exactly = { exact: true, includeSearch: true } as const;
