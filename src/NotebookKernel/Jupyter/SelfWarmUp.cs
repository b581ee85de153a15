using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Does, right after the start and in the background, what a learner's first cells will do, so that they find everything loaded.</summary>
/// <remarks>In small steps and between cells: a cell that comes in the meantime waits for one step at most, and that step was work
/// that the cell would have had to do.</remarks>
internal sealed class SelfWarmUp(CSharpSession session, MessageCodec codec, CodeQuestions questions)
{
    private static readonly string[] Cells =
    [
        "1+1",
        "Console.WriteLine(1); var a = new[] { 1.0, 2 }; $\"{a.Select(x => x * 2).Sum()}\"",
        "var list = new List<(string, int)> { (\"a\", 1) }; foreach (var (k, v) in list) { await Task.Yield(); }\nlist",
        "undeclared",
        "throw new InvalidOperationException();",
    ];

    // The runtime counts 30 calls before it optimizes.
    private const int Repetitions = 35;

    /// <summary>Starts, and returns at once.</summary>
    public void Start() => new Thread(Run, 16 << 20) { IsBackground = true, Name = "warm up", Priority = ThreadPriority.BelowNormal }.Start();

    private void Run()
    {
        try
        {
            var nobody = new OutputSink(new OutputChannel(new PublisherSocket(), codec), "{}"u8.ToArray(), new StreamClock());
            session.Rehearse(new(Cells[0]) { Sink = nobody });
            Ask(questions.Complete, "Console.Wri");
            Ask(questions.Inspect, "Console.WriteLine");
            foreach (var cell in Cells.Skip(1))
                session.Rehearse(new(cell) { Sink = nobody });
            Ask(questions.IsComplete, "1");
            session.PrepareNext();
            // What was called often enough is compiled again, optimized, in the background.
            for (var i = 0; i < Repetitions; i++)
                Repeat(nobody);
            // What that left behind goes back to the machine: on a hub there are many kernels. The next cells find their memory in place again.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            for (var i = 0; i < Repetitions / 4; i++)
                Repeat(nobody);
        }
        catch (Exception e)
        {
            KernelLog.Write($"The warm-up failed: {e}");
        }
    }

    private void Repeat(OutputSink nobody)
    {
        session.Rehearse(new(Cells[0]) { Sink = nobody });
        Ask(questions.Complete, "Console.Wri");
        Ask(questions.Complete, "Environment.GetCommandLineArgs().");
        Ask(questions.Inspect, "Console.WriteLine");
        session.PrepareNext();
    }

    private static void Ask(Func<JupyterMessage, JsonObject> question, string code) =>
        question(new([], [], "", "", new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length, ["detail_level"] = 0 }));
}
