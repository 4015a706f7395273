using System.Reflection;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Harness;

/// <summary>Reads a QR code from a picture of the screen, as the camera of a phone does.</summary>
internal static class QrReader
{
    private static readonly string _library = File.ReadAllText(typeof(QrReader).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "QrReader").Value!);

    /// <param name="page">Where it is computed; nothing of the page is looked at.</param>
    /// <returns>What the code says; empty where none can be read.</returns>
    public static async Task<string> ReadAsync(IPage page, byte[] screenshot)
    {
        await page.EvaluateAsync(_library);
        return await page.EvaluateAsync<string>(
            """
            async picture => {
              const image = new Image();
              image.src = `data:image/png;base64,${picture}`;
              await image.decode();
              const canvas = new OffscreenCanvas(image.width, image.height);
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
              return self.jsQR(data, width, height)?.data ?? '';
            }
            """, Convert.ToBase64String(screenshot));
    }
}
