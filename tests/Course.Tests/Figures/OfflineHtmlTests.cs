using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;
using Regularization.Course;

namespace CourseTests.Figures;

/// <summary>The HTML of figures in a real browser without a network.</summary>
[Collection(FigureNumbering.Name)]
public class OfflineHtmlTests
{
    [Fact]
    public void Two_figures_are_drawn_without_a_network_and_the_slider_moves_the_point()
    {
        FigureNumbers.Reset();
        var page = Path.Combine(Directory.CreateTempSubdirectory("course-figures").FullName, "page.html");
        // The second figure comes first: it has to wait for the library that the first one brings.
        var (first, second) = (SampleCharts.Moving().Draw().ToHtml(), SampleCharts.Everything().Draw().ToHtml());
        // Like a host with require.js, which would take a library that offers itself as a module and leave window.Plotly empty.
        const string Requirejs = "<script>window.define = Object.assign(function () {}, { amd: {} })</script>";
        File.WriteAllText(page, $"<!doctype html><meta charset=utf-8><title>t</title>{Requirejs}{second}\n{first}");
        using var browser = Open(page);

        var wait = new WebDriverWait(browser, TimeSpan.FromSeconds(60));
        wait.Until(b => b.FindElements(By.CssSelector("figure > div[role=img] .main-svg")).Select(e => e.FindElement(By.XPath("ancestor::figure")).GetAttribute("id")).Distinct().Count() == 2);

        object? Run(string script) => browser.ExecuteScript(script);
        Assert.Equal(9L, Run("return document.querySelectorAll('figure')[0].firstElementChild._fullData.length"));
        Assert.Equal("2.28.0", Run("return Plotly.version"));
        Assert.Equal(1L, Run("return document.querySelectorAll('figure')[1].firstElementChild.data[1].x[0]"));
        Run("var p = document.querySelectorAll('figure')[1].firstElementChild; Plotly.update(p, ...p.layout.sliders[0].steps[2].args)");
        Assert.Equal(2L, Run("return document.querySelectorAll('figure')[1].firstElementChild.data[1].x[0]"));
        Assert.Equal(2L, Run("return document.querySelectorAll('figcaption[hidden]').length"));
        Assert.Equal(2L, Run("return document.querySelectorAll('figure table').length"));
        Assert.Empty(browser.Manage().Logs.GetLog(LogType.Browser).Where(l => l.Level == OpenQA.Selenium.LogLevel.Severe).Select(l => l.Message));
        Assert.Equal(0L, Run("return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:') && !r.name.startsWith('blob:')).length"));
    }

    private static ChromeDriver Open(string page)
    {
        var options = new ChromeOptions { BinaryLocation = OnPath("chromium") };
        options.AddArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND");
        options.SetLoggingPreference(LogType.Browser, OpenQA.Selenium.LogLevel.All);
        var driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(OnPath("chromedriver")), options);
        driver.Navigate().GoToUrl(new Uri(page));
        return driver;
    }

    private static string OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"{program} is not on the PATH; on Debian: apt-get install chromium chromium-driver.");
}
