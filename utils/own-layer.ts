// The tag name of the element that holds badges and card; it is not part of the page.
export const OWN_LAYER = 'parallax-badges';
