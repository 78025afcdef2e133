//! What a page says of itself: JSON-LD first, then `<meta>`, then elements.

use std::sync::LazyLock;

use dom_query::Document as Page;
use regex::Regex;

use super::linked_data::{self, Article};
use crate::model::{Document, Genre};
use crate::pipeline::acquire::{Rules, bylines, language, publisher};

/// Keys of `<meta>` that hold the time of publication, the surest first.
const PUBLISHED: [&str; 12] = [
    "article:published_time",
    "datePublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "content_PublishedDate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "date",
];

/// The fields of a page's document. Its id and text are empty, its language is left to the text.
pub(super) fn read(page: &Page, html: &str, rules: &Rules<'_>) -> Document {
    let article = linked_data::read(page);
    let url = url(page, html, &article);
    let publisher = meta(page, &["og:site_name"]).or_else(|| article.publisher.clone());
    let publisher = publisher.or_else(|| site_of_title(page, rules));
    let title = title(page, &article, publisher.as_deref());
    Document {
        title,
        published: published(page, &article, rules),
        author: author(page, &article),
        genre: genre(page, &article, url.as_deref(), rules),
        publisher: publisher.or_else(|| url.as_deref().and_then(domain)),
        url,
        ..Document::default()
    }
}

/// The content of the first `<meta>` with one of the keys as its property, name or itemprop.
fn meta(page: &Page, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| {
        let selector = format!("meta[property='{key}' i], meta[name='{key}' i], meta[itemprop='{key}' i]");
        page.select(&selector).iter().find_map(|meta| text(meta.attr("content").as_deref()))
    })
}

fn text(value: Option<&str>) -> Option<String> {
    let value = value?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then_some(value)
}

/// The headline without the site's name: a heading of the page is taken for it when the other places agree with it.
fn title(page: &Page, article: &Article, site: Option<&str>) -> Option<String> {
    let headings = page.select("h1");
    let headings: Vec<_> = headings.iter().filter_map(|heading| text(Some(&heading.text()))).collect();
    let given = article.headline.clone().or_else(|| meta(page, &["og:title", "twitter:title"]));
    let given = given.or_else(|| text(Some(&page.select_single("title").text())));
    let Some(given) = given else { return headings.into_iter().next() };
    let heading =
        headings.into_iter().find(|heading| heading.len() > 12 && given.starts_with(heading.as_str()));
    Some(heading.unwrap_or_else(|| without_site(&given, site).to_owned()))
}

/// "Judul - Kabar Kita" without the site's name.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let is_site = |end: &str| site.is_some_and(|site| end.eq_ignore_ascii_case(site.trim()));
    endings(title).find(|(_, end)| is_site(end)).map_or(title, |(start, _)| start)
}

/// The site that the page's title ends with, if it is called as publishers are.
fn site_of_title(page: &Page, rules: &Rules<'_>) -> Option<String> {
    let title = text(Some(&page.select_single("title").text()))?;
    endings(&title).map(|(_, end)| end).find(|end| publisher::is_outlet(end, rules)).map(str::to_owned)
}

/// The ways to cut a title before what may be the site's name.
fn endings(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let cut = [" - ", " | ", " – ", " — ", " :: "].into_iter().filter_map(|mark| title.rsplit_once(mark));
    cut.map(|(start, end)| (start.trim(), end.trim()))
}

/// The first place with a date that can be read.
fn published(page: &Page, article: &Article, rules: &Rules<'_>) -> Option<crate::model::PartialDate> {
    let language =
        text(page.select("html").attr("lang").as_deref()).and_then(|lang| language::code(&lang, rules.codes));
    let metas = PUBLISHED.iter().filter_map(|key| meta(page, &[key]));
    let times = page.select("time[datetime][itemprop='datePublished'], time[datetime][pubdate], article time[datetime], time[datetime]");
    let times: Vec<_> = times.iter().filter_map(|time| text(time.attr("datetime").as_deref())).collect();
    let given = article.published.clone().into_iter().chain(metas).chain(times);
    given.into_iter().find_map(|date| rules.calendar.read(&date, language.as_deref()))
}

fn author(page: &Page, article: &Article) -> Option<String> {
    let given =
        article.author.clone().or_else(|| meta(page, &["author", "article:author", "parsely-author"]));
    given.filter(|author| !author.starts_with("http"))
}

/// The section decides before the type: most sites call their opinions news articles.
fn genre(page: &Page, article: &Article, url: Option<&str>, rules: &Rules<'_>) -> Option<Genre> {
    let sections = article.section.clone().into_iter().chain(meta(page, &["article:section", "section"]));
    let folders =
        url.into_iter().flat_map(|url| url.split('/').skip(3)).map(|folder| folder.replace(['-', '_'], " "));
    let told: Vec<_> = sections.chain(folders).filter_map(|name| bylines::section(&name, rules)).collect();
    let special = told.iter().find(|genre| **genre != Genre::News);
    special.copied().or(article.genre).or_else(|| told.first().copied())
}

fn url(page: &Page, html: &str, article: &Article) -> Option<String> {
    let canonical = text(page.select("link[rel='canonical']").attr("href").as_deref());
    let given = canonical
        .filter(|url| is_absolute(url))
        .or_else(|| meta(page, &["og:url"]))
        .or_else(|| article.url.clone());
    given.or_else(|| Some(SAVED_FROM.captures(html)?[1].to_owned())).filter(|url| is_absolute(url))
}

fn is_absolute(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// The host of an address, without "www.".
fn domain(url: &str) -> Option<String> {
    let host = url.split("://").nth(1)?.split(['/', ':', '?', '#']).next()?;
    text(Some(host.trim_start_matches("www.")))
}

/// What browsers write into a page that they save.
static SAVED_FROM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->").unwrap_or_else(|error| panic!("{error}"))
});

#[cfg(test)]
mod tests {
    use super::*;

    fn read_page(html: &str) -> Document {
        read(&Page::from(html), html, &Rules::shipped())
    }

    #[test]
    fn metadata_is_read_from_wherever_it_stands() {
        let document = read_page(
            "<!-- saved from url=(0030)https://www.kabar.example/opini/a --><html lang=id><title>Kawan Lama di Timur - Kabar Kita</title>\
             <meta property='og:site_name' content='Kabar Kita'><meta name='Author' content='Rani Wibowo'><h1>Kawan Lama</h1>\
             <time datetime='10/01/2026 14:15 WIB'>",
        );
        assert_eq!(document.title.as_deref(), Some("Kawan Lama di Timur"));
        assert_eq!(document.published.unwrap().as_str(), "2026-01-10T14:15:00+07:00");
        assert_eq!(
            (document.publisher.as_deref(), document.author.as_deref()),
            (Some("Kabar Kita"), Some("Rani Wibowo"))
        );
        assert_eq!(
            (document.genre, document.url.as_deref()),
            (Some(Genre::Opinion), Some("https://www.kabar.example/opini/a"))
        );
    }

    #[test]
    fn a_page_that_says_little_is_named_by_its_title() {
        let document = read_page("<title>Kawan Lama di Timur | Kabar Kita</title>");
        assert_eq!(document.publisher.as_deref(), Some("Kabar Kita"));
        assert_eq!(document.title.as_deref(), Some("Kawan Lama di Timur"));
        assert_eq!(read_page("<title>Kawan Lama - Bagian Dua</title>").publisher, None);
    }

    #[test]
    fn an_unreadable_date_gives_way_to_the_next() {
        let html = "<meta property='article:published_time' content='kemarin'><meta name='pubdate' content='2026-01-10'>";
        assert_eq!(read_page(html).published.unwrap().as_str(), "2026-01-10");
        assert_eq!(read_page("<title>Judul</title>").published, None);
        assert_eq!(
            read_page("<link rel=canonical href='https://www.kabar.example/x'>").publisher.as_deref(),
            Some("kabar.example")
        );
    }
}
