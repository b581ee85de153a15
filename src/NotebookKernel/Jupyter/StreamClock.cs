namespace NotebookKernel;

/// <summary>Sees to it that printed text does not wait for long: a thread that sends it a moment after it was printed.</summary>
internal sealed class StreamClock
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);
    private readonly object _gate = new();
    private OutputSink? _sink;

    public StreamClock() => new Thread(Run, 256 << 10) { IsBackground = true, Name = "jupyter output" }.Start();

    /// <summary>Text waits in a sink.</summary>
    public void Wake(OutputSink sink)
    {
        lock (_gate)
        {
            _sink = sink;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (true)
        {
            OutputSink sink;
            lock (_gate)
            {
                while (_sink is null)
                    Monitor.Wait(_gate);
                (sink, _sink) = (_sink, null);
            }
            Thread.Sleep(Moment);
            sink.Flush();
        }
    }
}
