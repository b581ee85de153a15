namespace NotebookKernel.Tests;

/// <summary>Every way of never ending is really stopped, and the session goes on.</summary>
public sealed class InterruptTests : IDisposable
{
    private const string Loop = "while (true) { }";
    private const string Sleep = "System.Threading.Thread.Sleep(-1);";
    private const string Await = "await Task.Delay(-1);";
    private const string Stubborn = "while (true) { try { System.Threading.Thread.Sleep(1); } catch { } }";
    private const string StubbornLoop = "while (true) { try { while (true) { } } catch { } }";
    private const string AfterAwait = "await Task.Delay(1); /*go*/ while (true) { }";
    private const string Blocked = "Task.Delay(-1).Wait();";
    private const string InFunction = "static double Spin() { double s = 0; while (true) { s += Math.Sqrt(s); } }\nSpin()";
    private const string Endless = "static IEnumerable<int> Ones() { while (true) { yield return 1; } }\nOnes().Sum(x => (long)(x - x))";
    private const string Printing = "while (true) { Console.Write(\"x\"); }";

    private const string PrintingAndCatching = "while (true) { try { Console.Write(\"x\"); } catch { } }";
    private const string Go = "Console.WriteLine(\"go\");";

    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task One_session_survives_every_kind_again_and_again()
    {
        // Each kind stands behind each of the others at least once: what a kind leaves behind must not hurt the next.
        string[] kinds =
        [
            Loop, Loop, Sleep, Await, Loop, Stubborn, AfterAwait, StubbornLoop, Blocked, InFunction, AfterAwait, Endless,
            Printing, Sleep, Printing, PrintingAndCatching, Printing, Loop,
        ];
        await _session.ExecuteAsync("var count = 0;", cancellationToken: TestContext.Current.CancellationToken);
        foreach (var (i, code) in kinds.Index())
        {
            // The cell says when it is running; only then, and for waits only once its thread waits, is it interrupted.
            using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var result = await _session.ExecuteAsync(
                "count++;\n" + (code.Contains("/*go*/", StringComparison.Ordinal) ? code.Replace("/*go*/", Go, StringComparison.Ordinal) : Go + code),
                sink: new OnFirstOutput(interrupt.Cancel, code is Sleep or Await or Stubborn or Blocked), cancellationToken: interrupt.Token);

            Assert.Equal((i, code, CellErrorKind.Interrupted), (i, code, result.Error?.Kind));
            Assert.Equal("The cell was interrupted.", result.Error!.Message);
            Assert.StartsWith("go\n", Assert.IsType<StreamOutput>(result.Outputs[0]).Text, StringComparison.Ordinal);
        }
        var after = await _session.ExecuteAsync("count", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(kinds.Length.ToString(), Assert.IsType<ResultOutput>(Assert.Single(after.Outputs)).Data.Text("text/plain"));
    }

    [Theory]
    [InlineData(Loop)]
    [InlineData(Await)]
    [InlineData(Sleep)]
    public async Task A_time_out_stops_the_cell_and_says_so(string code)
    {
        var result = await _session.ExecuteAsync(code, timeout: TimeSpan.FromSeconds(0.5), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(CellErrorKind.TimedOut, result.Error!.Kind);
        Assert.Equal("The cell took longer than 0.5 s and was stopped.", result.Error.Message);
        Assert.IsType<ErrorOutput>(result.Outputs[^1]);
    }

    [Fact]
    public async Task A_cell_within_its_time_is_left_alone()
    {
        var result = await _session.ExecuteAsync(
            "await Task.Delay(1); 5", timeout: TimeSpan.FromMinutes(5), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
    }

    [Fact]
    public async Task An_exception_of_the_cell_is_not_taken_for_an_interrupt()
    {
        var result = await _session.ExecuteAsync(
            "throw new OperationCanceledException(\"mine\");", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((CellErrorKind.Exception, "mine"), (result.Error!.Kind, result.Error.Message));
    }

    [Fact]
    public async Task An_async_void_method_ends_its_cell_and_not_the_process()
    {
        var result = await _session.ExecuteAsync(
            "async void F() { await Task.Yield(); throw new Exception(\"lost\"); }\nF(); await Task.Delay(-1);",
            timeout: TimeSpan.FromMinutes(5), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("lost", result.Error!.Message);
    }

    [Theory]
    [InlineData("var n = 0; for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) n++;\nn", "9")]
    [InlineData("var n = 0; foreach (var i in new[] { 1, 2 }) if (i > 1) n += i; else n -= i;\nn", "1")]
    [InlineData("var n = 0; do n++; while (n < 5);\nwhile (n < 7) { n++; }\nn", "7")]
    [InlineData("var n = 0; foreach (var (a, b) in new[] { (1, 2) }) while (n < a + b) n++;\nn", "3")]
    public async Task Checkpoints_change_no_loop(string code, string value)
    {
        var result = await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(value, Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data.Text("text/plain"));
    }

    [Fact]
    public void Every_loop_gets_its_checkpoint_on_its_own_line()
    {
        const string Q = "global::NotebookKernel.CellHelpers.Checkpoint();";
        var source = CellSource.Parse("while (true)\n  foreach (var i in x) { f(); }\ndo g(); while (y);\nz", "cell 1");
        Assert.Equal(
            $"while (true)\n  {{{Q}foreach (var i in x) {{{Q} f(); }}}}\ndo {{{Q}g();}} while (y);\nz", source.WithCheckpoints()!.ToString());
        Assert.Null(CellSource.Parse("var x = 1;", "cell 1").WithCheckpoints());
    }

    [Fact]
    public async Task Loops_on_the_thread_pool_stop_too()
    {
        // The cell goes on only when the task has ended: that is the proof.
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await _session.ExecuteAsync(
            "var task = Task.Run(() => { while (true) { } });\n" + Go + " await task;",
            sink: new OnFirstOutput(interrupt.Cancel, whenWaiting: true), cancellationToken: interrupt.Token);
        var after = await _session.ExecuteAsync(
            "try { await task; } catch (OperationCanceledException) { }\ntask.IsCompleted", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("True", Assert.IsType<ResultOutput>(Assert.Single(after.Outputs)).Data.Text("text/plain"));
    }

    [Fact]
    public async Task A_loop_of_a_library_is_left_behind_and_the_session_goes_on()
    {
        using var library = new TestLibrary();
        library.Compile("Spinning", "public static class Spinning { public static bool Stop; public static void Spin() { while (!Stop) { } } }");
        using var session = new CSharpSession(library.Folder);
        var result = await session.ExecuteAsync(
            "#r \"Spinning.dll\"\nvar kept = 1; Spinning.Spin(); kept = 2;", timeout: TimeSpan.FromSeconds(3), cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith("The cell took longer than 3 s and was stopped. Something that it called does not stop:", result.Error!.Message, StringComparison.Ordinal);
        var after = await session.ExecuteAsync("Spinning.Stop = true;\nkept", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("1", Assert.IsType<ResultOutput>(Assert.Single(after.Outputs)).Data.Text("text/plain"));
    }

    [Theory]
    [InlineData("int F(int n)\n{\n    return F(n + 1);\n}\nF(0)", 2)]
    [InlineData("int F(int n) => F(n + 1) + 1;\n\nF(0)", 1)]
    [InlineData("class C { public int P => P + 1; }\n\nnew C().P", 1)]
    [InlineData("Func<int, int> f = null;\nf = n => { return f(n + 1) + 1; };\nf(0)", 2)]
    [InlineData("async Task F() => await F();\n\nawait F();", 1)]
    public async Task Infinite_recursion_is_an_exception(string code, int line)
    {
        var result = await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("InsufficientExecutionStackException", line), (result.Error!.Name, result.Error.Line));
        // The error names the place once or a few times, not once for each of a hundred thousand calls.
        Assert.InRange(result.Error.Traceback.Length, 1, 100);
    }

    [Theory]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(i => i == 2).Count()")]
    [InlineData("System.Threading.SpinWait.SpinUntil(() => false);")]
    public async Task Endless_queries_stop_by_their_lambdas(string code)
    {
        var result = await _session.ExecuteAsync(code, timeout: TimeSpan.FromSeconds(0.5), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("The cell took longer than 0.5 s and was stopped.", result.Error!.Message);
    }

    [Theory]
    [InlineData("int Twice(int n) => Math.Abs(n) * 2;\nTwice(3)", "6")]
    [InlineData("var a = new[] { 1, 2, 3 };\na.Where(x => x > 1).Select(x => (x, x * x)).Sum(p => p.Item2)", "13")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x > 1;\ne.Compile()(2)", "True")]
    [InlineData("async Task<int> F() => await Task.FromResult(Math.Max(1, 2));\nawait F()", "2")]
    [InlineData("void F(List<int> l) => l.Add(3);\nvar l = new List<int>(); F(l);\nl[0]", "3")]
    [InlineData("class C { public int P { get { return 4; } } public int Q => Math.Max(P, 1); }\nnew C().Q", "4")]
    [InlineData("int[] data = [1, 2]; ref int First() => ref data[0];\nFirst() = 5;\ndata[0]", "5")]
    public async Task Questions_change_no_function(string code, string value)
    {
        var result = await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.Equal(value, Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data.Text("text/plain"));
    }

    [Fact]
    public async Task What_follows_an_await_runs_on_the_cells_own_thread()
    {
        var result = await _session.ExecuteAsync(
            "var thread = Environment.CurrentManagedThreadId; await Task.Delay(1); await Task.Run(() => 1);\nthread == Environment.CurrentManagedThreadId",
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("True", Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data.Text("text/plain"));
    }

    private sealed class OnFirstOutput(Action act, bool whenWaiting) : IOutputSink
    {
        private bool _done;

        public void Write(CellOutput output, string? displayId)
        {
            if (_done)
                return;
            _done = true;
            var cell = Thread.CurrentThread;
            new Thread(() =>
            {
                // A loop has begun, most likely, when others have had their turn a few times.
                for (var turns = 0; turns < 50 || (whenWaiting && !cell.ThreadState.HasFlag(ThreadState.WaitSleepJoin)); turns++)
                    Thread.Yield();
                act();
            }).Start();
        }

        public void Update(CellOutput output, string displayId)
        {
        }
    }
}
