using System.Text.Json.Nodes;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Course.Tests.Pages;

/// <summary>The pages opened from their folder in a real browser, and measured there.</summary>
public sealed class PagesInABrowserTests(Browser browser, SampleSite site) : IClassFixture<Browser>, IClassFixture<SampleSite>
{
    private const string Lesson = "01-sample.html";

    [Theory]
    [InlineData("index.html")]
    [InlineData(Lesson)]
    [InlineData("02-next.html")]
    public void A_page_reports_no_error_and_asks_for_nothing_but_its_own_files(string page)
    {
        var driver = Open(page);
        if (page == Lesson)
            DrawAll(driver);
        Assert.Empty(driver.Manage().Logs.GetLog("browser").Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message));
        var requests = driver.Manage().Logs.GetLog("performance").Select(entry => JsonNode.Parse(entry.Message)?["message"])
            .Where(message => (string?)message?["method"] == "Network.requestWillBeSent")
            .Select(message => (string)message!["params"]!["request"]!["url"]!).ToList();
        Assert.Contains(requests, url => url.EndsWith("assets/course.css", StringComparison.Ordinal));
        Assert.All(requests, url => Assert.True(
            url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal) || url.StartsWith(site.Url(""), StringComparison.Ordinal), url));
    }

    [Fact]
    public void Charts_are_drawn_in_the_place_kept_for_them()
    {
        var driver = Open(Lesson);
        var before = Number(driver, "return document.documentElement.scrollHeight");
        DrawAll(driver);
        Assert.Equal(2, Number(driver, "return document.querySelectorAll('.plot .main-svg .scatterlayer .trace path.js-line').length"));
        Assert.Equal(3, Number(driver, "return document.querySelectorAll('.plot .main-svg .scatterlayer .trace .point').length"));
        // A line that is drawn has an extent; 100 px of a chart more than 250 px wide and 300 px high.
        Assert.True(Number(driver, "return Math.min(...[...document.querySelectorAll('.scatterlayer path.js-line')].map(p => { const b = p.getBoundingClientRect(); return Math.min(b.width, b.height); }))") > 100);
        // The places were kept: the text below did not move by more than a pixel.
        Assert.InRange(Number(driver, "return document.documentElement.scrollHeight") - before, -1, 1);
    }

    [Fact]
    public void A_chart_is_drawn_when_the_reader_comes_near()
    {
        var driver = Open(Lesson);
        driver.ExecuteScript("document.querySelector('#cell-slider').scrollIntoView()");
        Wait(driver, "return !!document.querySelector('#cell-slider .main-svg .trace path.js-line')");
    }

    [Fact]
    public void Formulas_are_drawn()
    {
        var driver = Open(Lesson);
        Assert.True(Number(driver, "return document.querySelectorAll('math').length") >= 6);
        Assert.Equal(0, Number(driver, "return [...document.querySelectorAll('math')].filter(m => { const b = m.getBoundingClientRect(); return b.width < 5 || b.height < 8; }).length"));
        // A fraction is numerator, rule and denominator: higher than one line, and the first above the second.
        Assert.True(Number(driver, """
            const f = document.querySelector('p mfrac'), [a, b] = f.children;
            return a.getBoundingClientRect().bottom <= b.getBoundingClientRect().top + 1 && f.getBoundingClientRect().height > 1.2 * parseFloat(getComputedStyle(f).fontSize) ? 1 : 0;
            """) == 1);
        // The script stands above the middle of its base, and smaller.
        Assert.True(Number(driver, """
            const [base, script] = document.querySelector('th msup').children;
            return parseFloat(getComputedStyle(script).fontSize) / parseFloat(getComputedStyle(base).fontSize);
            """) < 0.9);
        // The brace of the cases is as high as its three lines.
        Assert.True(Number(driver, """
            const table = document.querySelector('mtable.cases');
            return table.previousElementSibling.getBoundingClientRect().height / table.getBoundingClientRect().height;
            """) > 0.8);
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 900)]
    [InlineData(1920, 1080)]
    public void A_page_is_never_wider_than_its_window(int width, int height)
    {
        // Drawn in a wide window that becomes narrow, as when a phone is turned.
        var driver = Open(Lesson);
        DrawAll(driver);
        using var size = new Emulated(driver, width, height);
        Wait(driver, "return [...document.querySelectorAll('.plot .main-svg')].every(svg => svg.getBoundingClientRect().right <= innerWidth + 1)");
        foreach (var page in (string[])[Lesson, "index.html"])
        {
            if (page != Lesson)
                driver.Navigate().GoToUrl(site.Url(page));
            var wide = driver.ExecuteScript($"return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > {width} + 1 && !e.parentElement.closest('.formula, pre, table, .html, .main-svg')).map(e => e.localName + '.' + e.getAttribute('class')).slice(0, 9).join(' ')");
            Assert.True(Number(driver, "return document.documentElement.scrollWidth") <= width, $"{page}: {wide}");
            Assert.Equal(width, Number(driver, "return window.innerWidth"));
        }
    }

    [Fact]
    public void Dark_is_dark_for_text_and_charts_and_the_choice_is_kept()
    {
        var driver = Open(Lesson);
        DrawAll(driver);
        var light = (Paper: Luminance(driver, "body", "backgroundColor"), Ink: Luminance(driver, "body", "color"), Tick: Luminance(driver, ".xtick text", "fill"));
        driver.FindElement(By.CssSelector("button.theme")).Click();
        Wait(driver, "return document.documentElement.dataset.theme === 'dark'");
        Wait(driver, "return /rgb\\((1[5-9]|2)\\d/.test(getComputedStyle(document.querySelector('.xtick text')).fill)");
        var dark = (Paper: Luminance(driver, "body", "backgroundColor"), Ink: Luminance(driver, "body", "color"), Tick: Luminance(driver, ".xtick text", "fill"));
        // WCAG 2.2, 1.4.3: 4.5 to 1 for text.
        Assert.True(Contrast(light.Paper, light.Ink) > 4.5 && light.Paper > light.Ink);
        Assert.True(Contrast(dark.Paper, dark.Ink) > 4.5 && dark.Paper < dark.Ink);
        Assert.True(Contrast(light.Paper, light.Tick) > 4.5);
        Assert.True(Contrast(dark.Paper, dark.Tick) > 4.5);
        driver.Navigate().Refresh();
        Assert.Equal("dark", driver.ExecuteScript("return document.documentElement.dataset.theme"));
        driver.ExecuteScript("localStorage.clear()");
    }

    [Fact]
    public void The_system_s_preference_counts_until_the_reader_chooses()
    {
        var driver = Open(Lesson);
        Prefer(driver, "prefers-color-scheme", "dark");
        Wait(driver, "return document.documentElement.dataset.theme === 'dark'");
        Prefer(driver, "prefers-color-scheme", "light");
        Wait(driver, "return document.documentElement.dataset.theme === 'light'");
    }

    [Fact]
    public void A_slider_moves_its_chart_and_says_where_it_is()
    {
        var driver = Open(Lesson);
        DrawAll(driver);
        const string Top = "return document.querySelector('#cell-slider .plot').data[0].y[2]";
        var range = driver.FindElement(By.CssSelector("#cell-slider input[type=range]"));
        Assert.Equal(2, Number(driver, Top));
        Assert.Equal("t = 1", range.GetDomAttribute("aria-valuetext"));
        range.SendKeys(Keys.ArrowRight);
        Wait(driver, Top + " === 4");
        Assert.Equal("t = 2", range.GetDomAttribute("aria-valuetext"));
        range.SendKeys(Keys.Home);
        Wait(driver, Top + " === 1");
        driver.FindElement(By.CssSelector("#cell-slider .controls button")).Click();
        Wait(driver, Top + " === 4");
        Assert.DoesNotContain("t = 0.5", range.GetDomAttribute("aria-valuetext"), StringComparison.Ordinal);
        Assert.Equal(0, Number(driver, "return document.querySelectorAll('#cell-chart .controls:not([hidden])').length"));
    }

    [Fact]
    public void A_chart_gives_back_the_room_of_the_slider_that_the_page_replaces()
    {
        var driver = Open(Lesson);
        DrawAll(driver);
        // 340 px of axes, a legend 0.4 · 340 = 136 px below them of which 48 px belong to the axis: 88 px of 600 go.
        Assert.Equal(512, Number(driver, "return document.querySelector('#cell-slider .plot').layout.height"));
        Assert.Equal(512, Number(driver, "return document.querySelector('#cell-slider .plot').getBoundingClientRect().height"), 1.0);
        Assert.Equal(340, Number(driver, "return document.querySelector('#cell-slider .plot')._fullLayout._size.h"), 1.0);
        Assert.Equal(0, Number(driver, "return document.querySelectorAll('.slider-container').length"));
    }

    [Fact]
    public void The_keyboard_reaches_everything_and_the_skip_link_comes_first()
    {
        var driver = Open(Lesson);
        driver.FindElement(By.TagName("body")).SendKeys(Keys.Tab);
        Assert.Equal("skip", driver.SwitchTo().ActiveElement().GetDomAttribute("class"));
        Assert.True(Number(driver, "return document.activeElement.getBoundingClientRect().left") >= 0);
        var reached = new HashSet<string>();
        for (var i = 0; i < 60; i++)
        {
            driver.SwitchTo().ActiveElement().SendKeys(Keys.Tab);
            reached.Add((string)driver.ExecuteScript("const e = document.activeElement; return e.type === 'range' ? 'range' : e.className || e.localName")!);
        }
        foreach (var thing in (string[])["theme", "copy", "range", "summary", "permalink"])
            Assert.Contains(thing, reached);
    }

    [Fact]
    public void On_paper_the_charts_are_there_and_the_buttons_are_not()
    {
        var driver = Open(Lesson);
        driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        driver.ExecuteScript("dispatchEvent(new Event('beforeprint'))");
        Wait(driver, "return document.querySelectorAll('.plot .main-svg .trace path.js-line').length === 2");
        Assert.Equal(0, Number(driver, "return [...document.querySelectorAll('button, .bar, .contents, .controls')].filter(e => e.offsetParent !== null).length"));
        driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["media"] = "" });
    }

    [Fact]
    public void A_reader_of_the_page_finds_a_sentence_and_a_table_behind_the_chart()
    {
        var driver = Open(Lesson);
        var plot = driver.FindElement(By.CssSelector("#cell-chart .plot"));
        Assert.Equal("RSS falls & rises: \"3, 1, 2\".", plot.GetDomAttribute("aria-label"));
        Assert.Equal("img", plot.GetDomAttribute("role"));
        driver.FindElement(By.CssSelector("#cell-chart details.data summary")).Click();
        Assert.Equal(["k RSS <", "1 3", "2 1", "3 2.5"], driver.FindElements(By.CssSelector("#cell-chart details.data tr")).Select(row => row.Text));
    }

    private ChromeDriver Open(string page)
    {
        var driver = browser.Driver;
        driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["media"] = "", ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = "light" } } });
        driver.Navigate().GoToUrl("about:blank");
        _ = driver.Manage().Logs.GetLog("browser");
        _ = driver.Manage().Logs.GetLog("performance");
        driver.Navigate().GoToUrl(site.Url(page));
        return driver;
    }

    private static void DrawAll(ChromeDriver driver) => driver.ExecuteAsyncScript("const done = arguments[0]; courseDrawAll().then(() => done(1))");

    private static double Number(ChromeDriver driver, string script) => Convert.ToDouble(driver.ExecuteScript(script), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks the browser after every frame; the script's own time-out (30 s) ends it.</summary>
    private static void Wait(ChromeDriver driver, string condition) => driver.ExecuteAsyncScript(
        "const done = arguments[0], holds = () => { " + condition + " }; const ask = () => holds() ? done(1) : setTimeout(ask, 20); ask();");

    private static void Prefer(ChromeDriver driver, string feature, string value) => driver.ExecuteCdpCommand(
        "Emulation.setEmulatedMedia", new() { ["features"] = new object[] { new Dictionary<string, object> { ["name"] = feature, ["value"] = value } } });

    /// <summary>Relative luminance, WCAG 2.2.</summary>
    private static double Luminance(ChromeDriver driver, string selector, string property) => Number(driver, $$"""
        const c = getComputedStyle(document.querySelector('{{selector}}')).{{property}}.match(/[\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
        """);

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    /// <summary>A window of any size, smaller than a headless one may be.</summary>
    private sealed class Emulated : IDisposable
    {
        private readonly ChromeDriver _driver;

        public Emulated(ChromeDriver driver, int width, int height)
        {
            _driver = driver;
            driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 });
        }

        public void Dispose() => _driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);
    }
}
