using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Course.Tests.Pages;
using CourseCli;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace Course.Tests.Clients;

/// <summary>A lesson in the classic Notebook, in a real browser: opened, run from top to bottom, looked at.</summary>
public class ClassicNotebookTests(ClientKernel kernel, Browser browser) : IClassFixture<ClientKernel>, IClassFixture<Browser>
{
    private const string Lesson = "02-l1-sparsity-geometry.ipynb";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly CourseFolder Clone = CourseFolder.Find();

    [Fact]
    public async Task A_lesson_runs_and_its_charts_are_drawn()
    {
        var driver = browser.Driver;
        var port = FreePort();
        var root = CourseCopy();
        using var server = ClientProcess.Start(
            kernel, "-m", "notebook", "--no-browser", "--allow-root", $"--port={port}", "--ip=127.0.0.1", $"--notebook-dir={root}", "--NotebookApp.token=", "--NotebookApp.password=");
        // Read to the end, so that a full pipe does not stop the server.
        var output = Task.WhenAll(server.StandardOutput.ReadToEndAsync(CancellationToken.None), server.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            var address = $"http://127.0.0.1:{port}/notebooks/notebooks/{Lesson}";
            await AnsweredAsync(server, $"http://127.0.0.1:{port}/api", TestContext.Current.CancellationToken);
            driver.Navigate().GoToUrl(address);
            Until(driver, "return !!(window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected())");
            Assert.Equal(KernelSpec.Name, driver.ExecuteScript("return Jupyter.notebook.kernel.name"));
            driver.ExecuteScript("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells()");
            Until(driver, "return Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').every(c => typeof c.input_prompt_number === 'number')");

            Assert.Equal(0L, driver.ExecuteScript("return document.querySelectorAll('.output_error').length"));
            Until(driver, "return document.querySelectorAll('.js-plotly-plot .main-svg').length >= 3");
            driver.ExecuteScript("Jupyter.notebook.session.delete()");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));
        }
    }

    /// <summary>The course as a learner has it: the notebooks a copy that the server may save to.</summary>
    private string CourseCopy()
    {
        var root = Directory.CreateDirectory(Path.Combine(kernel.Folder, "notebook-course")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "notebooks"));
        File.Copy(Path.Combine(Clone.Notebooks, Lesson), Path.Combine(root, "notebooks", Lesson));
        foreach (var shared in new[] { "data", "artifacts" })
            Directory.CreateSymbolicLink(Path.Combine(root, shared), Path.Combine(Clone.Root, shared));
        File.CreateSymbolicLink(Path.Combine(root, "Course.sln"), Path.Combine(Clone.Root, "Course.sln"));
        return root;
    }

    private static void Until(IWebDriver driver, string script) =>
        new WebDriverWait(driver, Limit).Until(_ => ((IJavaScriptExecutor)driver).ExecuteScript(script) is true);

    private static async Task AnsweredAsync(Process server, string address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var client = new HttpClient();
        while (true)
        {
            Assert.False(server.HasExited, "the notebook server ended");
            try
            {
                (await client.GetAsync(address, limit.Token)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
