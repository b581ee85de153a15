namespace NotebookKernel;

/// <summary>A package asked for by <c>#r "nuget: Id, Version"</c>; no version means the newest stable one.</summary>
internal sealed record NuGetPackage(string Id, string Version)
{
    /// <summary>Id and version, as a sentence has them.</summary>
    public override string ToString() => Version.Length == 0 ? Id : $"{Id} {Version}";
}
