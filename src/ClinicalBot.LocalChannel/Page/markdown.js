// The markdown of Teams messages and cards: emphasis, links and lists. HTML is text.
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt('zero', { html: false, breaks: true })
  .enable(['emphasis', 'entity', 'escape', 'link', 'list', 'newline']);

markdown.validateLink = url => /^(https?:|mailto:|tel:)/i.test(url.trim());
markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
  tokens[at].attrSet('target', '_blank');
  tokens[at].attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, at, options);
};

export const toHtml = text => markdown.render(text);
