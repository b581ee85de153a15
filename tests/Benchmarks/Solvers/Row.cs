using System.Globalization;

namespace Benchmarks;

/// <summary>One line of the comparison: a case against a peer, or against a time.</summary>
/// <param name="Case">The case.</param>
/// <param name="OursSeconds">Our least time.</param>
/// <param name="FirstSeconds">Our first call, compilation included.</param>
/// <param name="OursGap">Our worst relative gap.</param>
/// <param name="Peer">The peer; empty where the goal is a time.</param>
/// <param name="PeerSeconds">The peer's least time.</param>
/// <param name="PeerGap">The peer's worst relative gap.</param>
/// <param name="Goal">The largest ratio ours/peer; for a case without a peer the most seconds.</param>
/// <param name="GapGoal">The largest gap of ours that counts.</param>
internal sealed record Row(string Case, double OursSeconds, double FirstSeconds, double OursGap, string Peer, double? PeerSeconds, double? PeerGap, double Goal, double GapGoal)
{
    public const string CsvHeader = "case,ours_seconds,ours_gap,peer,peer_seconds,peer_gap,ratio,goal,met";

    public double? Ratio => OursSeconds / PeerSeconds;

    public bool Met => (Ratio ?? OursSeconds) <= Goal && OursGap <= GapGoal;

    public string Csv() => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{Case}\",{OursSeconds:0.000000},{OursGap:0.0e+0},\"{Peer}\",{PeerSeconds:0.000000},{PeerGap:0.0e+0},{Ratio:0.0000},{Goal},{(Met ? "yes" : "no")}");

    public static string Header => $"{"case",-34} {"ours s",9} {"first s",8} {"gap",8}  {"peer",-26} {"peer s",9} {"gap",8} {"ratio",8} {"goal",7}  met";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case,-34} {OursSeconds,9:0.00000} {FirstSeconds,8:0.000} {OursGap,8:0.0e+0}  {Peer,-26} {PeerSeconds,9:0.00000} {PeerGap,8:0.0e+0} {Ratio,8:0.0000} {(Peer == "" ? $"{Goal} s" : Goal),7}  {(Met ? "yes" : "NO")}");
}
