// The name of the one element in a page that badges and card live in: no part of the page itself.
export const OWN_LAYER = 'parallax-badges';
