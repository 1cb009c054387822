using System.IO.Compression;
using System.Net.Mime;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ClinicalBot.LocalChannel.Page;

/// <summary>
/// Serves the page, which the build bundled and compressed into this assembly (Page/build.mjs). A build without Node has none of it and
/// serves missing.html instead, which says how to get it.
/// </summary>
internal static class PageAssets
{
    private const string Resources = "page/";

    /// <summary>Maps GET / and everything the page loads.</summary>
    public static void MapPage(this IEndpointRouteBuilder endpoints)
    {
        var assembly = typeof(PageAssets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).ToHashSet();
        if (!names.Contains(Resources + "index.html.gz"))
        {
            endpoints.MapGet("/", () => Missing(assembly)).ExcludeFromDescription();
            return;
        }

        foreach (var name in names.Where(name => name.EndsWith(".gz", StringComparison.Ordinal)))
        {
            var asset = new Asset(Path.GetFileName(name[..^3]), Read(assembly, name), Read(assembly, name[..^3] + ".br"));
            endpoints.MapGet(asset.Path, asset.ServeAsync).ExcludeFromDescription();
        }
    }

    private static IResult Missing(Assembly assembly)
    {
        var reason = assembly.GetManifestResourceNames().Contains(Resources + "missing.txt")
            ? System.Text.Encoding.UTF8.GetString(Read(assembly, Resources + "missing.txt"))
            : "";
        var html = System.Text.Encoding.UTF8.GetString(Read(assembly, Resources + "missing.html"));
        return Results.Content(html.Replace("{reason}", System.Net.WebUtility.HtmlEncode(reason.Trim()), StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>One file, compressed twice. All but index.html carry a hash in their name and never change.</summary>
    private sealed class Asset(string name, byte[] gzip, byte[] brotli)
    {
        private readonly bool _isIndex = name == "index.html";

        public string Path => _isIndex ? "/" : "/" + name;

        private EntityTagHeaderValue ETag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(gzip))[..16]}\"");

        public async Task ServeAsync(HttpContext http)
        {
            var headers = http.Response.GetTypedHeaders();
            headers.ETag = ETag;
            headers.CacheControl = _isIndex
                ? new CacheControlHeaderValue { NoCache = true }
                : new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } };
            http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(ETag, useStrongComparison: false)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            http.Response.ContentType = System.IO.Path.GetExtension(name) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => MediaTypeNames.Image.Svg,
                _ => MediaTypeNames.Application.Octet,
            };
            var accepted = http.Request.Headers.AcceptEncoding;
            if (Accepts(accepted, "br"))
            {
                http.Response.Headers.ContentEncoding = "br";
                await http.Response.Body.WriteAsync(brotli);
            }
            else if (Accepts(accepted, "gzip"))
            {
                http.Response.Headers.ContentEncoding = "gzip";
                await http.Response.Body.WriteAsync(gzip);
            }
            else
            {
                await using var plain = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
                await plain.CopyToAsync(http.Response.Body);
            }
        }

        private static bool Accepts(StringValues accepted, string encoding) =>
            StringWithQualityHeaderValue.TryParseList(accepted, out var list) && list.Any(one => one.Value == encoding && one.Quality is null or > 0);
    }
}
