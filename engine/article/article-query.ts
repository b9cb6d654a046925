// The parameter by which the articles of one script are told apart: `article.php?id=12`.

export const ARTICLE_QUERY =
  /[?&](?:p|id|article|story|artid|nid|aid|storyid|articleid|article_id|newsid|news_id|page_id|post|a|sid|no|idx|idxno)=[^&]{2,}/i;
