//! Pages of others, from another origin: whatever they look like, the quiz looks the same, and they
//! stay as they were.

use e2e::{Browser, Engine, Outcome, Setup};
use serde_json::{Value, json};
use xtask::{
    process,
    site::{Reply, Settings, Site},
    tools,
};

/// The host's page: some text of its own, no quiz yet, and a place for it.
const PAGE: &str = "<!doctype html><html HTML><head><title>Clinic</title>
    <link rel=icon href=data:,><link rel=stylesheet href=/host.css></head>
    <body><h1>Our clinic</h1><p>Some words and <a href=#a>a link</a>.</p><button>Ours</button>
    <main></main></body></html>";

/// Style sheets that have broken other people's widgets.
const HOSTILE: [(&str, &str, &str); 5] = [
    ("plain", "", ""),
    ("unset", "", "* { all: unset } microneedling-quiz { all: unset; display: inline !important }"),
    ("tiny", "", "html { font-size: 10px } body { line-height: 3; letter-spacing: 0.3em; word-spacing: 2em }"),
    ("rtl", "dir=rtl", "body { text-align: right; text-transform: uppercase; visibility: visible }"),
    (
        "loud",
        "",
        "microneedling-quiz { color: red !important; font: italic 40px cursive !important; zoom: 1;
         columns: 3; direction: inherit } *, *::before, *::after { box-sizing: content-box !important;
         animation: none !important; text-shadow: 0 0 9px red !important } button, input, label, h1, h2, p, a, fieldset
         { all: revert; border: 9px dotted red !important; text-transform: uppercase !important }",
    ),
];

/// Puts the quiz into the page as a clinic does.
const EMBED: &str = "
    const [quiz, attributes] = arguments;
    const script = Object.assign(document.createElement('script'), { type: 'module', src: quiz + 'embed.js' });
    const element = document.createElement('microneedling-quiz');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.querySelector('main').append(element);
    document.head.append(script);";

/// What a page would notice; Chromium's driver leaves `ret_nodes`.
const TRACES: &str = "
    const grows = /size|height|origin|inset|width|^(top|right|bottom|left)$/;
    const own = ['h1', 'p', 'a', 'button', 'html', 'head', 'main'].flatMap((tag) => {
      const style = getComputedStyle(document.querySelector(tag));
      const names = [...style].filter((name) => !grows.test(name));
      return names.map((name) => `${tag} ${name}: ${style.getPropertyValue(name)}`) });
    return [...own, `title ${document.title}`, `history ${history.length} ${history.state}`,
      `cookie ${document.cookie}`, `kept ${localStorage.length + sessionStorage.length}`,
      `sheets ${document.adoptedStyleSheets.length}`,
      `head ${document.head.querySelectorAll(':not(script)').length}`,
      ...Object.getOwnPropertyNames(window).filter((name) => name !== 'ret_nodes')
        .map((name) => `global ${name}`)]";

/// How every element of the quiz looks and how large it is.
const LOOKS: &str = "
    const root = document.querySelector('microneedling-quiz').shadowRoot.querySelector('.quiz');
    const names = ['color', 'background-color', 'font-size', 'font-family', 'font-style', 'font-weight', 'line-height',
      'letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-shadow', 'direction', 'display', 'border-top-width',
      'padding-top', 'margin-top', 'box-sizing', 'column-count', 'visibility'];
    return [root, ...root.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      return [element.tagName + '.' + (element.getAttribute('class') ?? ''), Math.round(width), Math.round(height),
        ...names.map((name) => style.getPropertyValue(name))].join('|') })";

/// The share of pixels that differ between two pictures.
const DIFFERENT: &str = "
    const read = async (bytes) => {
      const png = Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
      const image = await createImageBitmap(new Blob([png], { type: 'image/png' }));
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const [one, other] = [await read(arguments[0]), await read(arguments[1])];
    if (one.width !== other.width || Math.abs(one.height - other.height) > 1) return 1;
    let different = 0;
    const length = Math.min(one.data.length, other.data.length);
    for (let at = 0; at < length; at += 4) {
      const far = [0, 1, 2].some((part) => Math.abs(one.data[at + part] - other.data[at + part]) > 24);
      different += far ? 1 : 0;
    }
    return different / (length / 4)";

/// The quiz's box of a width that is the same everywhere. Bootstrap scrolls smoothly, and WebKit's driver
/// presses before such a scroll has ended, beside its target.
const SAME_BOX: &str = "html { scroll-behavior: auto !important } body { margin: 0 !important } html, body { padding: 0 !important; border: 0 !important }
    main { display: block !important; width: 390px !important; position: absolute !important; left: 0; top: 300px;
    margin: 0 !important; padding: 0 !important; border: 0 !important; direction: ltr }";

/// The same on our own page, whose policy forbids styles in elements.
const SAME_BOX_HERE: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(arguments[0]);
    document.adoptedStyleSheets = [sheet]";

/// What is in one list and not in the other.
fn gone(before: &Value, after: &Value) -> Vec<Value> {
    let [before, after] = [before, after].map(|list| list.as_array().cloned().unwrap_or_default());
    let all = before.into_iter();
    all.filter(|trace| !after.contains(trace)).collect()
}

/// A screen: how each element looks, and, in Chromium, a picture.
struct Screen {
    looks: Vec<Value>,
    picture: Value,
}

impl Screen {
    async fn now(browser: &Browser) -> Outcome<Self> {
        let looks = browser.script(LOOKS, vec![]).await?;
        Ok(Self {
            looks: looks.as_array().cloned().unwrap_or_default(),
            picture: picture(browser).await?,
        })
    }

    /// Nothing that is told of an element may differ, and next to nothing in the picture.
    async fn assert_like(&self, other: &Self, browser: &Browser, page: &str) -> Outcome {
        let mut pairs = self.looks.iter().zip(&other.looks);
        let changed = pairs.find(|(now, was)| now != was);
        assert_eq!(changed, None, "the page {page} changed the quiz");
        assert_eq!(self.looks.len(), other.looks.len(), "{page}");
        if !self.picture.is_null() {
            let pictures = vec![self.picture.clone(), other.picture.clone()];
            let share = browser.script(DIFFERENT, pictures).await?.as_f64();
            let share = share.unwrap_or(1.0);
            assert!(
                share < 0.002,
                "the quiz looks different in the page {page}: {share}"
            );
        }
        Ok(())
    }
}

/// What the quiz looks like, in Chromium. The driver's own pictures of an element are cut to another size in
/// a page from right to left.
async fn picture(browser: &Browser) -> Outcome<Value> {
    if browser.engine() != Engine::Chromium {
        return Ok(Value::Null);
    }
    let place = "const { x, y, width, height } =
            document.querySelector('microneedling-quiz').getBoundingClientRect();
        return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 }";
    let clip = browser.script(place, vec![]).await?;
    let asked = json!({ "captureBeyondViewport": true, "clip": clip });
    let taken = browser.devtools("Page.captureScreenshot", asked).await?;
    let data = taken.get("data").and_then(Value::as_str);
    let data = data.ok_or("there is no picture")?;
    Ok(json!(data))
}

/// A site of another origin, whose pages come with these styles.
fn host(pages: Vec<(String, &'static str, String)>, policy: &str) -> Outcome<Site> {
    let sheet = std::sync::Mutex::new(String::new());
    let settings = Settings::new(std::env::temp_dir().join("no-such-folder"))
        .policy(policy)
        .instead(move |path| {
            let mut sheet = sheet.lock().ok()?;
            if path == "/host.css" {
                return Some(Reply {
                    status: 200,
                    content_type: "text/css",
                    body: sheet.clone().into_bytes(),
                });
            }
            let (_, html, css) = pages.iter().find(|(name, ..)| path == format!("/{name}"))?;
            *sheet = format!("{css}\n{SAME_BOX}");
            Some(Reply::page(PAGE.replace("HTML", html)))
        });
    Site::on_free_port(settings).map_err(|error| process::explain(&error).into())
}

/// What a host has to allow.
fn policy(quiz: &str) -> String {
    let quiz = quiz.trim_end_matches('/');
    format!(
        "default-src 'none'; script-src {quiz} 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src {quiz}; img-src data:"
    )
}

#[test]
fn hostile_pages_change_nothing_and_stay_as_they_were() -> Outcome {
    let mut sheets: Vec<(String, &str, String)> = Vec::new();
    for (name, html, css) in HOSTILE {
        sheets.push((name.to_owned(), html, css.to_owned()));
    }
    for (name, styles) in tools::host_styles().map_err(|error| process::explain(&error))? {
        sheets.push((name.to_owned(), "", styles));
    }
    let names: Vec<String> = sheets.iter().map(|(name, ..)| name.clone()).collect();
    Setup::default().run(async |browser| {
        let quiz = browser.site().address().to_owned();
        let host = host(sheets, &policy(&quiz))?;
        browser.open("").await?;
        browser.script(SAME_BOX_HERE, vec![json!(SAME_BOX)]).await?;
        browser.quiz().wait_screen("intro").await?;
        browser.quiz().press("start").await?;
        browser.quiz().wait_screen("question").await?;
        let alone = Screen::now(browser).await?;
        let mut plain = None;
        for name in &names {
            browser
                .client()
                .goto(&format!("{}{name}", host.address()))
                .await?;
            let before = browser.script(TRACES, vec![]).await?;
            let attributes = json!({ "lang": "en" });
            browser.script(EMBED, vec![json!(quiz), attributes]).await?;
            browser.quiz().wait_screen("intro").await?;
            let intro = Screen::now(browser).await?;
            browser.quiz().press("start").await?;
            let started = browser.quiz().wait_screen("question").await;
            started.map_err(|error| format!("in the page {name}: {error}"))?;
            let question = Screen::now(browser).await?;
            let after = browser.script(TRACES, vec![]).await?;
            assert_eq!(gone(&before, &after), Vec::<Value>::new(), "{name} had");
            assert_eq!(gone(&after, &before), Vec::<Value>::new(), "{name} got");
            question.assert_like(&alone, browser, name).await?;
            // The first screen of an embed is not that of the stand-alone page.
            match &plain {
                None => plain = Some(intro),
                Some(plain) => intro.assert_like(plain, browser, name).await?,
            }
        }
        Ok(())
    })
}

/// Written into the page, as most clinics do it: the script twice, two quizzes, and Trusted Types.
#[test]
fn a_strict_page_with_two_quizzes_and_the_script_twice() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = browser.site().address().to_owned();
        let script = format!("<script type=module src={quiz}embed.js></script>");
        let page = format!(
            "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>{script}{script}
            <microneedling-quiz id=one lang=en></microneedling-quiz>
            <microneedling-quiz id=two lang=de></microneedling-quiz>"
        );
        let strict = format!("{}; require-trusted-types-for 'script'", policy(&quiz));
        let settings = Settings::new(std::env::temp_dir().join("no-such-folder"))
            .policy(&strict)
            .instead(move |path| (path == "/").then(|| Reply::page(page.as_str())));
        let host = Site::on_free_port(settings).map_err(|error| process::explain(&error))?;
        browser.client().goto(host.address()).await?;
        let one = browser.quiz_at("#one");
        one.wait_screen("intro").await?;
        let two = browser.quiz_at("#two");
        // It is too far below to have come by itself.
        let scroll = "document.querySelector('#two').scrollIntoView()";
        browser.script(scroll, vec![]).await?;
        two.wait_language("de").await?;
        one.press("start").await?;
        one.wait_screen("question").await?;
        assert_eq!(two.screen().await?.as_deref(), Some("intro"));
        // The other browsers' logs are kept by our own pages only.
        if browser.engine() == Engine::Chromium {
            assert_eq!(browser.complaints().await?, Vec::<String>::new());
        }
        Ok(())
    })
}
