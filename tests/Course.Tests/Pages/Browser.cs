using OpenQA.Selenium.Chrome;

namespace Course.Tests.Pages;

/// <summary>A headless Chromium that is already on this machine; nothing is downloaded.</summary>
public sealed class Browser : IDisposable
{
    private readonly ChromeDriver? _driver;

    public Browser()
    {
        if (Find("chromium", "chromium-browser", "google-chrome", "chrome") is not { } chromium || Find("chromedriver") is not { } driver)
            return;
        var options = new ChromeOptions { BinaryLocation = chromium };
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--force-prefers-reduced-motion", "--window-size=1280,900");
        options.SetLoggingPreference("browser", OpenQA.Selenium.LogLevel.All);
        options.SetLoggingPreference("performance", OpenQA.Selenium.LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));
        service.SuppressInitialDiagnosticInformation = true;
        // A loaded machine may take long to start a browser; this bounds a hang and is not awaited otherwise.
        _driver = new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
    }

    /// <summary>The browser. Where CI has none a test fails; elsewhere it is skipped, and says why.</summary>
    public ChromeDriver Driver
    {
        get
        {
            if (_driver is null)
            {
                const string Reason = "needs chromium and chromedriver on the PATH";
                Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", Reason);
                Assert.Fail(Reason);
            }
            return _driver;
        }
    }

    public void Dispose() => _driver?.Quit();

    private static string? Find(params string[] names) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in names
         from file in new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }
         where File.Exists(file)
         select file).FirstOrDefault();
}
